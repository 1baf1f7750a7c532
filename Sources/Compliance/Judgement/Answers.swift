import Catalogue
import MasterPlan
import XML

/// A reviewer's answer to a criterion that a machine could not judge.
public struct Answer: Sendable, Hashable {
  public let criterion: String
  /// Number of the plan; nil for every plan.
  public let plan: String?
  public let verdict: Verdict
  public let date: CalendarDate
  /// The role of the person; no person is named.
  public let role: String
  public let evidence: String
  let line: Int

  func covers(_ plan: MasterPlan) -> Bool {
    self.plan == nil || self.plan == plan.identity.number
  }
}

/// The answers of one file.
public struct Answers: Sendable {
  public static let namespace = "urn:khung:answers:1"
  public static let none = Answers(list: [], digest: nil)

  public let list: [Answer]
  public let digest: String?

  private init(list: [Answer], digest: String?) {
    self.list = list
    self.digest = digest
  }

  /// Reads answers and checks them against the catalogue.
  /// - Parameter schema: `answers.xsd`.
  /// - Throws: `Refusal` for an invalid file, `CatalogueFault` for an answer to no criterion.
  public init(_ text: SourceText, schema: Schema, catalogue: Catalogue) throws {
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
    digest = ContentDigest.sha256(text.stored)
    for answer in list where catalogue.criterion(answer.criterion) == nil {
      throw CatalogueFault(
        source: text.name, line: answer.line, entry: answer.criterion,
        kind: .danglingReference(to: answer.criterion, expected: "criterion"))
    }
  }
}
