/// Criteria that ask for something else than before under the same id.
struct ChangedMeaning: CatalogueRule {
  let card = RuleCard(
    "K017", "changed-meaning", .error, .identity,
    vi:
      "Điều tiêu chí đòi hỏi (hiệu lực, điều kiện áp dụng, yêu cầu) khác với bản ghi trong stability.tsv. "
      + "Kết quả của đề án cũ có thể đổi; xem khung catalogue diff, rồi ghi nhận bằng khung catalogue record.",
    en: "What the criterion asks (force, conditions, requirement) is not what stability.tsv recorded. "
      + "Verdicts of known plans may change; see khung catalogue diff, then accept it with khung catalogue record.",
    accepts: RuleExample(Self.criterion(""), stability: Self.list),
    rejects: RuleExample(
      Self.criterion("‸").replacing("section=\"data\"/>", with: "section=\"data integration\"/>"),
      stability: Self.list))

  private static let list = "criterion\tC-EX-01\t244998fc75b607fd\n"

  private static func criterion(_ mark: String) -> String {
    """
    <criteria>
      <group id="example">
        <title lang="vi">Ví dụ</title>
        <title lang="en">Examples</title>
      </group>
      \(mark)<criterion id="C-EX-01" force="mandatory" group="example">
        <title lang="vi">Nêu dữ liệu</title>
        <title lang="en">States its data</title>
        <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
        <duty-subject>plan</duty-subject>
        <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
        <plan-statement lang="en">The plan states its data.</plan-statement>
        <phase/>
        <requirement>
          <states section="data"/>
        </requirement>
        <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
      </criterion>
    </criteria>
    """
  }

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    guard let stability = source.stability else { return }
    let recorded = Dictionary(
      stability.lines.filter { $0.kind == "criterion" }.map { ($0.id, $0.fact) }
    ) { first, _ in first }
    for (entry, criterion) in source.criteria {
      guard let digest = recorded[criterion.id], digest != criterion.meaningDigest else { continue }
      report.add(
        .element(entry.element), vi: "\(criterion.id) đòi hỏi khác với bản đã ghi trong stability.tsv",
        en: "\(criterion.id) asks for something else than stability.tsv recorded")
    }
  }
}
