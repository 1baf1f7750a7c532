import Catalogue
import MasterPlan
import Source
import XML

/// A person's word on a criterion of one plan: what the machine could not judge, or judged otherwise.
package struct Answer: Sendable, Hashable {
  package let criterion: String
  package let addressee: Addressee
  package let verdict: Verdict
  package let date: CalendarDate
  /// The role of the person; no person is named.
  package let role: String
  package let evidence: String
  package let line: Int
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
  /// - Parameters:
  ///   - schema: `answers.xsd`.
  ///   - signature: what is nobody's word.
  ///   - today: nobody answers on a day after it.
  /// - Throws: `Refusal` for an invalid file, an answer to no criterion, by nobody, of a day to come, and for two
  ///   answers that contradict each other: the first in the file never wins quietly.
  package init(
    _ text: SourceText, schema: Schema, catalogue: Catalogue, signature: Signature, today: CalendarDate
  ) throws(Refusal) {
    let document = try Document(text)
    try schema.validate(document)
    list = document.root.children("answer").compactMap { element in
      guard let verdict = element.attribute("verdict").flatMap(Verdict.init),
        let date = element.attribute("date").flatMap({ CalendarDate($0) })
      else { return nil }
      return Answer(
        criterion: element.attribute("criterion") ?? "", addressee: Addressee(element), verdict: verdict,
        date: date, role: element.attribute("role") ?? "", evidence: element.child("evidence")?.text ?? "",
        line: element.line)
    }
    digest = text.digest
    var first: [String: [Addressee: Answer]] = [:]
    for answer in list {
      func fault(_ cause: any RefusalCause) -> Refusal {
        Refusal(source: text.name, line: answer.line, entry: answer.criterion, cause: cause)
      }
      guard catalogue.criterion(answer.criterion) != nil else {
        throw fault(CatalogueFault.danglingReference(to: answer.criterion, expected: "criterion"))
      }
      guard signature.isGiven(answer.role) else {
        throw fault(DecisionFault.placeholder(attribute: "role", text: answer.role))
      }
      guard signature.isSaid(answer.evidence) else {
        throw fault(DecisionFault.placeholder(attribute: "evidence", text: answer.evidence))
      }
      guard answer.date <= today else { throw fault(DecisionFault.futureDay(answer.date, today: today)) }
      if let earlier = first[answer.criterion]?[answer.addressee], earlier.verdict != answer.verdict {
        throw fault(DecisionFault.contradicts(line: earlier.line))
      }
      first[answer.criterion, default: [:]][answer.addressee] = answer
    }
  }
}
