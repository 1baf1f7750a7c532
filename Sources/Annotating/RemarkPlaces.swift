import Compliance
import Manuscript
import Recognition

/// Where in the document a remark belongs: at the words that it speaks of, at the heading of the section that should
/// hold what is missing, or behind the part after which such a section would come.
struct RemarkPlaces {
  struct Home {
    let place: ManuscriptPlace
    /// The section that the document does not have.
    let lacking: String?
  }

  private let facts: [String: RecognisedFact]
  private let reading: Reading
  private let headings: [String: ManuscriptPlace]
  private let ends: [String: ManuscriptPlace]
  private let order: [String]
  private let title: ManuscriptPlace
  /// Notes are remarked on where they are called: their own part of the file stays as it is.
  private var callers: [Int: ManuscriptPlace] = [:]

  /// - Parameters:
  ///   - spans: the document's sections as recognition takes them.
  ///   - order: all sections as a plan holds them.
  init(_ reading: Reading, spans: [SectionSpan], order: [String]) {
    self.reading = reading
    self.order = order
    facts = Dictionary(reading.facts.map { ($0.id, $0) }) { first, _ in first }
    headings = Dictionary(spans.map { ($0.section, $0.heading) }) { first, _ in first }
    var ends: [String: ManuscriptPlace] = [:]
    // Annexes repeat names of sections: the part before the first of them counts.
    for span in spans where ends[span.section] == nil { ends[span.section] = span.end }
    self.ends = ends
    let blocks = reading.manuscript.blocks
    let named = reading.fact("identity", "title")?.place
    title =
      named ?? blocks.first { $0.role == .title && $0.hasWords }?.place
      ?? blocks.first(where: \.hasWords)?.place ?? ManuscriptPlace()
    for block in blocks { remember(block) }
  }

  private mutating func remember(_ block: Block) {
    switch block.kind {
    case .note(_, _, let blocks), .textBox(let blocks):
      for inner in blocks { callers[inner.place.block] = block.place }
    case .table(let table):
      for row in table.rows { for cell in row.cells { for inner in cell.blocks { remember(inner) } } }
    case .heading, .paragraph, .listItem: break
    }
  }

  /// What a place is remarked on at.
  func anchor(of place: ManuscriptPlace) -> ManuscriptPlace { callers[place.block] ?? place }

  /// The words that a piece of evidence shows; nil where it is about a section as a whole.
  func place(of evidence: Evidence) -> ManuscriptPlace? {
    guard evidence.role == .shows else { return nil }
    if let id = evidence.itemID, let fact = facts[id] { return anchor(of: fact.place) }
    return reading.fact(evidence.section, evidence.element).map { anchor(of: $0.place) }
  }

  /// Where the missing words of a section belong.
  func home(of section: String?) -> Home {
    guard let section, section != "identity", section != "city" else {
      return Home(place: title, lacking: nil)
    }
    if let heading = headings[section] { return Home(place: heading, lacking: nil) }
    let before = order.prefix { $0 != section }.last { ends[$0] != nil }
    return Home(place: before.flatMap { ends[$0] } ?? title, lacking: section)
  }
}
