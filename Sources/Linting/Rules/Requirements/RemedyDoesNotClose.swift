import Catalogue

/// Remedies whose sample does not meet the criterion.
struct RemedyDoesNotClose: CriterionRule {
  let card = RuleCard(
    "K067", "remedy-does-not-close", .error, .requirements,
    vi: "Chép đoạn mẫu của cách lấp khoảng trống vào đề án mà tiêu chí vẫn không đạt: người soạn làm theo "
      + "hướng dẫn rồi vẫn bị báo thiếu.",
    en: "A plan with the sample of the remedy copied into it still does not meet the criterion: who follows "
      + "the advice is told again that something is missing.",
    accepts: Self.example("Theo mô hình không tin cậy."),
    rejects: Self.example("An toàn theo luật.", mark: "‸"))

  /// Labels alone show nothing, so that the catalogue of the example has a wording.
  private static func example(_ statement: String, mark: String = "") -> RuleExample {
    let criterion = RuleExample.criterion(
      requirement: "<states section=\"security\" topic=\"zero-trust\"/>",
      remedy: """
        <remedy>
          <advice lang="vi">Nêu mô hình không tin cậy.</advice>
          <advice lang="en">State the model of zero trust.</advice>
          \(mark)<snippet>
            <security xmlns="urn:khung:master-plan:1" coverage="complete">
              <statement topic="zero-trust">\(statement)</statement>
            </security>
          </snippet>
        </remedy>
        """)
    return RuleExample(
      "\(criterion.text)\n<wordings>\n\(RuleExample.wording())\n</wordings>", file: "example.xml")
  }

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
