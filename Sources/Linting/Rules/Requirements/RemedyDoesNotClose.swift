import Catalogue
import Compliance
import XML

/// Remedies whose sample does not meet the criterion.
struct RemedyDoesNotClose: CriterionRule {
  let card = RuleCard(
    "K067", "remedy-does-not-close", .error, .requirements,
    vi: "Chép đoạn mẫu của cách lấp khoảng trống vào đề án mà tiêu chí vẫn không đạt: người soạn làm theo "
      + "hướng dẫn rồi vẫn bị báo thiếu.",
    en: "A plan with the sample of the remedy copied into it still does not meet the criterion: who follows "
      + "the advice is told again that something is missing.",
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
            <states section="data" topic="personal-data-protection"/>
          </requirement>
          <remedy>
            <advice lang="vi">Nêu dữ liệu cá nhân.</advice>
            <advice lang="en">State the personal data.</advice>
            <snippet>
              <data xmlns="urn:khung:master-plan:1" coverage="complete">
                <statement topic="personal-data-protection">Dữ liệu cá nhân được bảo vệ theo luật.</statement>
              </data>
            </snippet>
          </remedy>
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
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <requirement>
            <states section="data" topic="personal-data-protection"/>
          </requirement>
          <remedy>
            <advice lang="vi">Nêu dữ liệu cá nhân.</advice>
            <advice lang="en">State the personal data.</advice>
            ‸<snippet>
              <data xmlns="urn:khung:master-plan:1" coverage="complete">
                <statement topic="open-data">Dữ liệu cá nhân được bảo vệ theo luật.</statement>
              </data>
            </snippet>
          </remedy>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard let found = source.remedies?.found(criterion),
      let snippet = entry.element.child("remedy")?.child("snippet")
    else { return }
    switch found {
    case .success(.met): return
    case .success(let verdict):
      report.add(
        .element(snippet), vi: "theo đoạn mẫu, tiêu chí là “\(verdict.rawValue)”, không phải “met”",
        en: "by the sample the criterion is “\(verdict.rawValue)”, not “met”")
    case .failure(let refusal):
      report.add(.element(snippet), refusal.cause)
    }
  }
}
