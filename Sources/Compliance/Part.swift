import Catalogue
import MasterPlan
import Source

/// What one part of a requirement came to. Absent is not unknown: a part fails only where the plan
/// file shows in full what the plan says.
package enum PartState: String, Sendable, CaseIterable {
  case holds
  case fails
  case unknown
  /// The part asks for a text that is not in force on the as-of date.
  case notAsked = "not-asked"
}

/// One part of a requirement, what it came to, and what shows it.
package struct Part: Sendable {
  /// The facet, or a group of which one member is enough.
  package let requirement: Requirement
  package let state: PartState
  package let reason: PartReason
  package let evidence: [Evidence]

  init(_ requirement: Requirement, _ state: PartState, _ reason: PartReason, _ evidence: [Evidence] = []) {
    self.requirement = requirement
    self.state = state
    self.reason = reason
    self.evidence = evidence
  }
}

/// Why a part came to its state. Language-neutral; `Reporting` puts it into words.
package enum PartReason: Sendable, Hashable {
  /// The plan says it at the evidence.
  case stated
  /// Nothing of the kind, in sections that are complete.
  case absent(sections: [String])
  /// Nothing of the kind, but these sections were transcribed only in part.
  case notTranscribed(sections: [String])
  /// Nothing of the kind is there, and that is what was asked.
  case nothingFound
  /// The evidence says what must not be said.
  case contradicted
  /// A legal basis was replaced or ended before the as-of date.
  case restsOnReplaced([CitationState])
  /// A text cited was not there yet on the plan's own date.
  case citesFuture([CitationState])
  /// The print leaves open which text is meant.
  case ambiguous(candidates: [String])
  /// Only citations that the catalogue does not hold.
  case nothingResolved
  case late(stated: CalendarDate, limit: CalendarDate)
  case undated(limit: CalendarDate)
  /// What is planned is due before the plan, or in no year that a plan can mean.
  case impossibleDate(CalendarDate)
  case tooFew(found: Int, minimum: Int)
  case tooLow(stated: DecimalNumber, asked: DecimalNumber)
  /// These items lack the detail.
  case withoutDetail(items: [String])
  case sumDiffers(of: String, stated: DecimalNumber, computed: DecimalNumber)
  case mixedUnits
  /// The instrument that the part asks for was not in force.
  case textNotInForce(instrument: String, state: LegalState)
  /// Rules of the criterion matched and complained, in these words.
  case rulesComplain([String])
  /// The rules of the criterion could not be run to their end.
  case rulesBroke
  /// A label says it, and the words beside it do not show it.
  case onlyClaimed([Claim])
  /// A label says it, and its own words deny it, put it off or make it conditional.
  case takenBack([Claim])
  /// The words of the item that says it contradict the value that it gives.
  case wordsContradict(Contradiction)
  /// It may stand in what cannot be read.
  case unreadable
  /// One of several ways was found, or none.
  case oneOf
}

extension PartReason {
  /// Whether the words of the plan, and not what is missing of them, leave the part open.
  package var isAboutWords: Bool {
    switch self {
    case .onlyClaimed, .wordsContradict, .unreadable: true
    default: false
    }
  }
}

/// A citation and what the text was on the day that counts.
package struct CitationState: Sendable, Hashable {
  package let printed: String
  package let id: String
  package let state: LegalState
}

/// A place in the plan that shows something, with the words that stand there. Where it is and what it says are
/// read from the plan when somebody asks.
package struct Evidence: Sendable, Hashable {
  /// Whether the place shows something, or is where the missing words belong.
  package enum Role: String, Sendable {
    case shows
    case belongsHere = "belongs-here"
  }

  package let role: Role
  private let item: Item
  /// Whether a section is meant as such, and not as the one thing that it describes.
  private let isWholeSection: Bool
  /// The sentence that shows it.
  private let quotation: Quotation?
  /// Whether the words show something that no label of the plan file says.
  package let isUnlabelled: Bool

  init(_ item: Item, quoting quotation: Quotation? = nil, isLabelled: Bool = true) {
    role = .shows
    self.item = item
    isWholeSection = false
    self.quotation = quotation
    isUnlabelled = !isLabelled
  }

  /// The section that would hold what is missing, or that shows by its completeness that nothing is there.
  init(_ section: Section, role: Role) {
    self.role = role
    item = section.asItem
    isWholeSection = true
    quotation = nil
    isUnlabelled = false
  }

  package var place: Place { item.place }
  package var section: String { item.section }
  package var path: String { item.place.path }
  /// Where it stands in the city's own document, in words, as a reading of it says.
  package var placeInDocument: String? { isWholeSection ? nil : item.attribute("at") }
  /// The name that its plan gives to the item, or to the one that it is a part of: in a plan made of a document, that
  /// of a fact. A section has none.
  package var itemID: String? { isWholeSection ? nil : item.nearestID }
  package var element: String { item.element }
  /// The body that is to do it, where the item names one.
  package var lead: String? { isWholeSection ? nil : item.attribute("lead") }
  /// The line and column at which an editor finds it.
  package var position: Position { item.position }

  /// The words that stand there; for an item without words its details. A section has none.
  package var excerpt: String {
    if isWholeSection { return "" }
    if let quotation { return quotation.words }
    let text = item.text
    return text.isEmpty ? details : text
  }

  /// Calls `body` with the bytes of the excerpt where they stand in the plan as they are; nil elsewhere.
  package func withExcerpt<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    if let quotation { return quotation.withWords(body) }
    return isWholeSection ? nil : item.withText { $0.isEmpty ? nil : body($0) }
  }

  private var details: String {
    item.attributes.sorted { $0.key < $1.key }
      .filter { !["id", "topic", "coverage", "clause", "at", "note"].contains($0.key) }
      .map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
  }

  package static func == (left: Evidence, right: Evidence) -> Bool {
    left.place == right.place && left.role == right.role && left.isWholeSection == right.isWholeSection
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

extension Sequence<Part> {
  /// The first section in which something was looked for and not found.
  package var sectionThatLacks: String? {
    for part in self {
      switch part.reason {
      case .absent(let sections), .notTranscribed(let sections):
        if let section = sections.first { return section }
      default: continue
      }
    }
    return nil
  }
}
