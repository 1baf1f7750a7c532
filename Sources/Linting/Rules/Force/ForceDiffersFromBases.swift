import Catalogue

/// Criteria whose force none of their bases gives.
struct ForceDiffersFromBases: CriterionRule {
  let card = RuleCard(
    "K043", "force-differs-from-bases", .error, .force,
    vi: "Hiệu lực của tiêu chí phải bằng hiệu lực cao nhất trong các căn cứ; quy tắc của Khung (own-rule) "
      + "chỉ là quy tắc soạn thảo.",
    en: "The force of a criterion is the strongest of its bases; a rule of our own (own-rule) is a drafting "
      + "rule only.",
    accepts: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
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
      """,
    rejects: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="‸recommended" group="example">
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
      """)

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    let expected = criterion.ownRule != nil ? .drafting : criterion.bases.map(\.force).max()
    guard let expected, expected != criterion.force else { return }
    report.add(
      .value(entry.element, "force", scalar: 0),
      vi: "hiệu lực là \(criterion.force.rawValue), theo căn cứ phải là \(expected.rawValue)",
      en: "the force is \(criterion.force.rawValue); by the bases it is \(expected.rawValue)")
  }
}
