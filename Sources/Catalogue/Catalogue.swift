import Source
import Workers

/// One edition of the national catalogue: instruments, standards, frameworks, indicators, criteria and
/// the targets of the national scheme. Loaded once, immutable, shared by every check.
package struct Catalogue: Sendable {
  package let edition: Edition
  /// SHA-256 over the names and bytes of all its files, in the order of their names.
  package let digest: String
  package let instruments: [Instrument]
  package let standards: [Standard]
  package let frameworks: [Framework]
  package let indicators: [Indicator]
  package let programme: [ProgrammeTarget]
  /// In the order of their ids.
  package let criteria: [Criterion]
  package let groups: [CriterionGroup]
  /// How documents say what criteria ask for, and what takes words back: a verdict rests on them.
  package var wordings: WordingCollection { words.collection }
  private let words: Words

  /// One object for all copies of a catalogue.
  private final class Words: Sendable {
    let collection: WordingCollection

    init(_ collection: WordingCollection) { self.collection = collection }
  }

  // Places in the lists above: an index of whole entries costs more than the entries.
  private let instrumentsByID: [String: Int]
  private let standardsByID: [String: Int]
  private let frameworksByID: [String: Int]
  private let criteriaByID: [String: Int]
  private let provisionsByID: [String: Provision]
  private let layersByID: [String: Framework.Layer]
  /// Maps printed citations to entries; made when it is first asked for.
  package var citations: CitationResolver { resolver.value }
  /// Says that `citations` will be asked for soon.
  package func prepareCitations() { resolver.begin() }
  private let resolver: FirstUse<CitationResolver>

  package struct Edition: Sendable, Hashable {
    package let number: String
    package let date: CalendarDate
    package let title: Label
    /// For how many days after its date it vouches for the law that it holds.
    package let vouches: Int

    init(number: String, date: CalendarDate, title: Label, vouches: Int? = nil) {
      self.number = number
      self.date = date
      self.title = title
      // Half a year, in which laws are made and most decrees follow.
      self.vouches = vouches ?? 180
    }
  }

  package struct CriterionGroup: Sendable, Hashable {
    package let id: String
    package let title: Label
    /// Whether the report shows its criteria as a table, point by point of what they rest on.
    package let isTable: Bool
  }

  init(
    edition: Edition, digest: String, instruments: [Instrument], standards: [Standard],
    frameworks: [Framework], indicators: [Indicator], programme: [ProgrammeTarget], criteria: [Criterion],
    groups: [CriterionGroup], wordings: WordingCollection
  ) {
    words = Words(wordings)
    self.edition = edition
    self.digest = digest
    self.instruments = instruments
    self.standards = standards
    self.frameworks = frameworks
    self.indicators = indicators
    self.programme = programme
    self.criteria = criteria.sorted { $0.id < $1.id }
    self.groups = groups
    instrumentsByID = Self.places(instruments.lazy.map(\.id))
    standardsByID = Self.places(standards.lazy.map(\.id))
    frameworksByID = Self.places(frameworks.lazy.map(\.id))
    criteriaByID = Self.places(self.criteria.lazy.map(\.id))
    provisionsByID = Dictionary(
      instruments.lazy.flatMap { $0.provisions.lazy.map { ($0.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    layersByID = Dictionary(
      frameworks.lazy.flatMap { $0.layers.lazy.map { ($0.id, $0) } }, uniquingKeysWith: { first, _ in first })
    resolver = FirstUse { CitationResolver(instruments: instruments, standards: standards) }
  }

  /// Where each id stands first.
  private static func places(_ ids: some Sequence<String>) -> [String: Int] {
    Dictionary(ids.enumerated().lazy.map { ($1, $0) }) { first, _ in first }
  }

  package func instrument(_ id: String) -> Instrument? { instrumentsByID[id].map { instruments[$0] } }
  package func standard(_ id: String) -> Standard? { standardsByID[id].map { standards[$0] } }
  package func framework(_ id: String) -> Framework? { frameworksByID[id].map { frameworks[$0] } }
  package func provision(_ id: String) -> Provision? { provisionsByID[id] }
  package func layer(_ id: String) -> Framework.Layer? { layersByID[id] }
  package func criterion(_ id: String) -> Criterion? { criteriaByID[id].map { criteria[$0] } }

  /// The life of an instrument or standard.
  package func life(of id: String) -> Life? {
    instrumentsByID[id].map { instruments[$0].life } ?? standardsByID[id].map { standards[$0].life }
  }

  /// The printed number of an instrument or standard, or its first name when it has no number.
  package func printedName(of id: String) -> String {
    if let standard = standard(id) { return standard.number }
    guard let instrument = instrument(id) else { return id }
    return instrument.number ?? instrument.aliases.first ?? instrument.title.vietnamese ?? id
  }

  /// What an editor can name: texts and criteria.
  package var entryIDs: [String] { instruments.map(\.id) + standards.map(\.id) + criteria.map(\.id) }
}
