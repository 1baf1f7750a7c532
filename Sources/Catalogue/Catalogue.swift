import XML

/// One edition of the national catalogue: instruments, standards, frameworks, indicators, criteria and
/// the targets of the national scheme. Loaded once, immutable, shared by every check.
public struct Catalogue: Sendable {
  public let edition: Edition
  /// SHA-256 over the names and bytes of all its files, in the order of their names.
  public let digest: String
  public let instruments: [Instrument]
  public let standards: [Standard]
  public let frameworks: [Framework]
  public let indicators: [Indicator]
  public let programme: [ProgrammeTarget]
  /// In the order of their ids.
  public let criteria: [Criterion]
  public let groups: [CriterionGroup]

  private let instrumentsByID: [String: Instrument]
  private let standardsByID: [String: Standard]
  private let frameworksByID: [String: Framework]
  private let provisionsByID: [String: Provision]
  private let layersByID: [String: Framework.Layer]
  private let criteriaByID: [String: Criterion]
  public let citations: CitationResolver

  public struct Edition: Sendable, Hashable {
    public let number: String
    public let date: CalendarDate
    public let title: Label
  }

  public struct CriterionGroup: Sendable, Hashable {
    public let id: String
    public let title: Label
  }

  init(
    edition: Edition, digest: String, instruments: [Instrument], standards: [Standard],
    frameworks: [Framework], indicators: [Indicator], programme: [ProgrammeTarget], criteria: [Criterion],
    groups: [CriterionGroup]
  ) {
    self.edition = edition
    self.digest = digest
    self.instruments = instruments
    self.standards = standards
    self.frameworks = frameworks
    self.indicators = indicators
    self.programme = programme
    self.criteria = criteria.sorted { $0.id < $1.id }
    self.groups = groups
    instrumentsByID = Self.index(instruments, by: \.id)
    standardsByID = Self.index(standards, by: \.id)
    frameworksByID = Self.index(frameworks, by: \.id)
    provisionsByID = Self.index(instruments.flatMap(\.provisions), by: \.id)
    layersByID = Self.index(frameworks.flatMap(\.layers), by: \.id)
    criteriaByID = Self.index(criteria, by: \.id)
    citations = CitationResolver(instruments: instruments, standards: standards)
  }

  private static func index<Entry>(_ entries: [Entry], by id: KeyPath<Entry, String>) -> [String: Entry] {
    Dictionary(entries.map { ($0[keyPath: id], $0) }) { first, _ in first }
  }

  public func instrument(_ id: String) -> Instrument? { instrumentsByID[id] }
  public func standard(_ id: String) -> Standard? { standardsByID[id] }
  public func framework(_ id: String) -> Framework? { frameworksByID[id] }
  public func provision(_ id: String) -> Provision? { provisionsByID[id] }
  public func layer(_ id: String) -> Framework.Layer? { layersByID[id] }
  public func criterion(_ id: String) -> Criterion? { criteriaByID[id] }

  /// The life of an instrument or standard.
  public func life(of id: String) -> Life? {
    instrumentsByID[id]?.life ?? standardsByID[id]?.life
  }

  /// The printed number of an instrument or standard, or its first name when it has no number.
  public func printedName(of id: String) -> String {
    if let standard = standardsByID[id] { return standard.number }
    guard let instrument = instrumentsByID[id] else { return id }
    return instrument.number ?? instrument.aliases.first ?? instrument.title.vietnamese ?? id
  }
}
