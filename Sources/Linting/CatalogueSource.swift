import Catalogue
import Compliance
import Dispatch
import MasterPlan
import XML

/// A catalogue as its editor wrote it: files with all their mistakes, and the entries as far as they can
/// be read. Nothing in it changes once it is made, so that rules can read it side by side.
public final class CatalogueSource {
  public let files: [SourceFile]
  /// The entries as a check would load them; no promise that they hold together.
  public let catalogue: Catalogue
  /// The day for which the state of the law is looked at.
  public let asOf: CalendarDate
  /// Ids and numbers of an earlier edition, if the catalogue carries the list.
  public let stability: StabilityList?
  /// Whether every file could be read: else what is not here may stand in one that could not.
  let isWhole: Bool

  let entries: [Entry]
  let criteria: [(entry: Entry, model: Criterion)]
  /// Instruments and standards: what has a life in law.
  let texts: [(entry: Entry, life: Life)]
  /// Every id that an entry names, in the order of the files.
  let references: [Reference]
  let provenances: [Element]
  private let contents: [FileContents]
  private let entriesByID: [String: Entry]
  private let filesByDocument: [ObjectIdentifier: SourceFile]
  /// Judges the samples of remedies; nil where what a sample cites may stand in a file that could not be read.
  let remedies: RemedyProof?
  let provisions: Set<String>
  let layers: Set<String>
  let groups: Set<String>

  /// - Parameters:
  ///   - contents: what stands in the catalogue's files, in the order of their names.
  ///   - asOf: the day whose law counts; that of the edition unless given.
  ///   - isWhole: no file of the catalogue was left out because it is no text.
  init(
    _ contents: [FileContents], isWhole: Bool, stability: StabilityList?, asOf: CalendarDate?,
    contracts: Contracts
  ) {
    self.contents = contents
    files = contents.map(\.file)
    self.isWhole = isWhole && files.allSatisfy { $0.document != nil }
    self.stability = stability
    let reading = CatalogueReading(contents.map(\.reading))
    catalogue = reading.catalogue
    self.asOf = asOf ?? reading.catalogue.edition.date
    entries = contents.flatMap(\.entries)
    entriesByID = Dictionary(entries.lazy.filter { $0.kind != .group }.map { ($0.id, $0) }) { first, _ in first }
    filesByDocument = Dictionary(
      files.compactMap { file in file.document.map { (ObjectIdentifier($0), file) } }
    ) { first, _ in first }
    criteria = contents.flatMap(\.criteria)
    texts =
      contents.flatMap { $0.instruments.map { ($0.entry, $0.model.life) } }
      + contents.flatMap { $0.standards.map { ($0.entry, $0.model.life) } }
    references = contents.flatMap(\.references)
    provenances = contents.flatMap(\.writing.provenances)
    provisions = Set(catalogue.instruments.lazy.flatMap { $0.provisions.lazy.map(\.id) })
    layers = Set(catalogue.frameworks.lazy.flatMap { $0.layers.lazy.map(\.id) })
    groups = Set(entries.lazy.filter { $0.kind == .group }.map(\.id))
    remedies = self.isWhole && !criteria.isEmpty ? RemedyProof(catalogue, schema: contracts.planSchema) : nil
  }

  var instruments: some Sequence<(entry: Entry, model: Instrument)> { contents.lazy.flatMap(\.instruments) }
  var standards: some Sequence<(entry: Entry, model: Standard)> { contents.lazy.flatMap(\.standards) }
  var frameworks: some Sequence<(entry: Entry, model: Framework)> { contents.lazy.flatMap(\.frameworks) }

  /// Takes the documents down beside what comes next: freeing a large catalogue takes as long as reading it.
  /// Nobody else may hold the source any more.
  func takeDown() {
    let last = Last(source: self)
    DispatchQueue.global().async { withExtendedLifetime(last) {} }
  }

  /// `@unchecked Sendable` holds because the holder is the last one and does nothing but let go.
  private struct Last: @unchecked Sendable {
    let source: CatalogueSource
  }

  /// The first entry with this id; groups of criteria have ids of their own.
  func entry(_ id: String) -> Entry? { entriesByID[id] }

  /// Whether an id that is not here may stand in a file that could not be read.
  func mayBeUnread(_ id: String) -> Bool { !isWhole && (stability?.lists(id) ?? true) }

  func file(of element: Element) -> SourceFile? { filesByDocument[ObjectIdentifier(element.document)] }

  /// The state of a text on the day that is looked at.
  func state(of id: String) -> LegalState? { catalogue.state(of: id, on: asOf) }
}
