import Catalogue
import MasterPlan
import Source
import XML

/// A reviewer's answer to a criterion that a machine could not judge.
package struct Answer: Sendable, Hashable {
  package let criterion: String
  /// Number of the plan; nil for every plan.
  package let plan: String?
  package let verdict: Verdict
  package let date: CalendarDate
  /// The role of the person; no person is named.
  package let role: String
  package let evidence: String
  let line: Int

  func covers(_ plan: MasterPlan) -> Bool {
    self.plan == nil || self.plan == plan.identity.number
  }
}

/// The answers of one file.
package struct Answers: Sendable {
  package static let namespace = "urn:khung:answers:1"
  package static let none = Answers(list: [], digest: nil)

  package let list: [Answer]
  package let digest: String?

  private init(list: [Answer], digest: String?) {
    self.list = list
    self.digest = digest
  }

  /// Reads answers and checks them against the catalogue.
  /// - Parameter schema: `answers.xsd`.
  /// - Throws: `Refusal` for an invalid file, and for an answer to no criterion.
  package init(_ text: SourceText, schema: Schema, catalogue: Catalogue) throws(Refusal) {
    let document = try Document(text)
    try schema.validate(document)
    list = document.root.children("answer").compactMap { element in
      guard let verdict = element.attribute("verdict").flatMap(Verdict.init),
        let date = element.attribute("date").flatMap({ CalendarDate($0) })
      else { return nil }
      return Answer(
        criterion: element.attribute("criterion") ?? "", plan: element.attribute("plan"), verdict: verdict,
        date: date, role: element.attribute("role") ?? "", evidence: element.child("evidence")?.text ?? "",
        line: element.line)
    }
    digest = text.digest
    for answer in list where catalogue.criterion(answer.criterion) == nil {
      throw Refusal(
        source: text.name, line: answer.line, entry: answer.criterion,
        cause: CatalogueFault.danglingReference(to: answer.criterion, expected: "criterion"))
    }
  }
}
