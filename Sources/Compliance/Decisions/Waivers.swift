import Catalogue
import MasterPlan
import Source
import XML

/// A decision that excuses a plan from a criterion for a time.
package struct Waiver: Sendable, Hashable {
  package let criterion: String
  package let addressee: Addressee
  package let authority: String
  package let decision: String
  /// The first day on which it holds: that of the decision, where it is given.
  package let date: CalendarDate?
  /// The last day on which it holds.
  package let expires: CalendarDate
  package let reason: String
  package let line: Int

  func holds(on day: CalendarDate) -> Bool { (date.map { $0 <= day } ?? true) && day <= expires }
}

/// The waivers of one file.
package struct Waivers: Sendable {
  package static let namespace = "urn:khung:waivers:1"
  package static let none = Waivers(list: [], digest: nil)

  package let list: [Waiver]
  package let digest: String?

  private init(list: [Waiver], digest: String?) {
    self.list = list
    self.digest = digest
  }

  /// Reads waivers and checks them against the catalogue. Whether one holds on the day whose law counts is asked for
  /// each plan: a waiver that ended yesterday holds in a check as of last week.
  /// - Parameters:
  ///   - schema: `waivers.xsd`.
  ///   - signature: what is nobody's word.
  ///   - today: nobody waived on a day after it.
  /// - Throws: `Refusal` for an invalid file, and for a waiver that names no criterion or that nobody decided: a waiver
  ///   that silently does nothing would be taken for one that holds.
  package init(
    _ text: SourceText, schema: Schema, catalogue: Catalogue, signature: Signature, today: CalendarDate
  ) throws(Refusal) {
    let document = try Document(text)
    try schema.validate(document)
    list = document.root.children("waiver").compactMap { element in
      guard let expires = element.attribute("expires").flatMap({ CalendarDate($0) }) else { return nil }
      return Waiver(
        criterion: element.attribute("criterion") ?? "", addressee: Addressee(element),
        authority: element.attribute("authority") ?? "", decision: element.attribute("decision") ?? "",
        date: element.attribute("date").flatMap { CalendarDate($0) }, expires: expires,
        reason: element.child("reason")?.text ?? "", line: element.line)
    }
    digest = text.digest
    for waiver in list {
      func fault(_ cause: any RefusalCause) -> Refusal {
        Refusal(source: text.name, line: waiver.line, entry: waiver.criterion, cause: cause)
      }
      guard catalogue.criterion(waiver.criterion) != nil else {
        throw fault(CatalogueFault.danglingReference(to: waiver.criterion, expected: "criterion"))
      }
      guard signature.isGiven(waiver.authority) else {
        throw fault(DecisionFault.placeholder(attribute: "authority", text: waiver.authority))
      }
      guard signature.isNumber(waiver.decision) else { throw fault(DecisionFault.noNumber(waiver.decision)) }
      guard signature.isSaid(waiver.reason) else {
        throw fault(DecisionFault.placeholder(attribute: "reason", text: waiver.reason))
      }
      if let date = waiver.date {
        guard date <= today else { throw fault(DecisionFault.futureDay(date, today: today)) }
        guard date <= waiver.expires else {
          throw fault(DecisionFault.endsBeforeItBegins(date, waiver.expires))
        }
      }
    }
  }
}
