import Catalogue

/// Remedies whose sample does not meet the criterion.
struct RemedyDoesNotClose: CriterionRule {
  let card = RuleCard(
    "K067", "remedy-does-not-close", .error, .requirements,
    vi: "Chép đoạn mẫu của cách lấp khoảng trống vào đề án mà tiêu chí vẫn không đạt: người soạn làm theo "
      + "hướng dẫn rồi vẫn bị báo thiếu.",
    en: "A plan with the sample of the remedy copied into it still does not meet the criterion: who follows "
      + "the advice is told again that something is missing.",
    accepts: .criterion(
      remedy: """
        <remedy>
          <advice lang="vi">Nêu dữ liệu cá nhân.</advice>
          <advice lang="en">State the personal data.</advice>
          <snippet>
            <data xmlns="urn:khung:master-plan:1" coverage="complete">
              <statement>Dữ liệu cá nhân được bảo vệ theo luật.</statement>
            </data>
          </snippet>
        </remedy>
        """),
    rejects: .criterion(
      remedy: """
        <remedy>
          <advice lang="vi">Nêu dữ liệu cá nhân.</advice>
          <advice lang="en">State the personal data.</advice>
          ‸<snippet>
            <principles xmlns="urn:khung:master-plan:1" coverage="complete">
              <statement>Dữ liệu cá nhân được bảo vệ theo luật.</statement>
            </principles>
          </snippet>
        </remedy>
        """))

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
