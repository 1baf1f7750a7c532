import Catalogue
import MasterPlan
import Source
import XML

/// A decision that excuses a plan from a criterion for a time.
package struct Waiver: Sendable, Hashable {
  package let criterion: String
  /// Number of the plan excused; nil for every plan.
  package let plan: String?
  package let authority: String
  package let decision: String
  /// The last day on which it holds.
  package let expires: CalendarDate
  package let reason: String
  let line: Int

  func covers(_ plan: MasterPlan) -> Bool {
    self.plan == nil || self.plan == plan.identity.number
  }
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

  /// Reads waivers and checks them against the catalogue.
  /// - Parameters:
  ///   - schema: `waivers.xsd`.
  ///   - today: waivers that ended before this day are refused.
  /// - Throws: `Refusal` for an invalid file, and for a waiver that has expired or names no
  ///   criterion: a waiver that silently does nothing would be taken for one that holds.
  package init(_ text: SourceText, schema: Schema, catalogue: Catalogue, today: CalendarDate) throws(Refusal)
  {
    let document = try Document(text)
    try schema.validate(document)
    list = document.root.children("waiver").compactMap { element in
      guard let expires = element.attribute("expires").flatMap({ CalendarDate($0) }) else { return nil }
      return Waiver(
        criterion: element.attribute("criterion") ?? "", plan: element.attribute("plan"),
        authority: element.attribute("authority") ?? "", decision: element.attribute("decision") ?? "",
        expires: expires, reason: element.child("reason")?.text ?? "", line: element.line)
    }
    digest = text.digest
    for waiver in list {
      func fault(_ cause: CatalogueFault) -> Refusal {
        Refusal(source: text.name, line: waiver.line, entry: waiver.criterion, cause: cause)
      }
      guard catalogue.criterion(waiver.criterion) != nil else {
        throw fault(.danglingReference(to: waiver.criterion, expected: "criterion"))
      }
      guard waiver.expires >= today else { throw fault(.waiverExpired(waiver.expires)) }
    }
  }
}
