/// Criteria without a basis that was recorded: one that ended keeps its place, since plans of its time rest on it.
struct LostBasis: CatalogueRule {
  let card = RuleCard(
    "K018", "lost-basis", .error, .identity,
    vi:
      "Một căn cứ đã ghi trong stability.tsv không còn, hoặc đã đổi điều khoản hay hiệu lực. Căn cứ hết hiệu lực vẫn "
      + "phải giữ: đề án phê duyệt khi đó dựa vào nó. Thêm căn cứ thì không mất gì: chỉ changed-entry "
      + "báo để ghi nhận. Nếu đúng, ghi nhận bằng khung catalogue record.",
    en:
      "A basis that stability.tsv recorded is gone, or names another provision or force. A basis that ended stays: "
      + "plans that were approved in its time rest on it. A further basis loses nothing: only changed-entry has it "
      + "recorded. Where it is right, accept it with khung catalogue record.",
    accepts: RuleExample(Self.criterion(""), stability: Self.list),
    rejects: RuleExample(
      Self.criterion("‸"),
      stability: Self.list.replacing(
        "/mandatory", with: "/mandatory L-01-2025-QH15/L-01-2025-QH15.D6/mandatory")))

  private static let list =
    "criterion\tC-EX-01\t244998fc75b607fd\tL-01-2025-QH15/L-01-2025-QH15.D5/mandatory\n"

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
      stability.lines.filter { $0.kind == "criterion" }.map { ($0.id, $0.bases) }
    ) { first, _ in first }
    for (entry, criterion) in source.criteria {
      let there = Set(criterion.basisNotations)
      let lost = (recorded[criterion.id] ?? "").split(separator: " ").map(String.init).filter {
        !there.contains($0)
      }
      guard !lost.isEmpty else { continue }
      let list = lost.joined(separator: ", ")
      report.add(
        .element(entry.element), vi: "\(criterion.id) không còn căn cứ đã ghi trong stability.tsv: \(list)",
        en: "\(criterion.id) has lost a basis that stability.tsv recorded: \(list)")
    }
  }
}
