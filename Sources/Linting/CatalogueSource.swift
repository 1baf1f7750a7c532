import Catalogue
import Compliance
import Source
import Synchronization
import Workers
import XML

/// A catalogue as its editor wrote it: files with all their mistakes, and the entries as far as they can
/// be read. Nothing in it changes once it is made, so that rules can read it side by side.
package final class CatalogueSource {
  package let files: [SourceFile]
  /// The entries as a check would load them; no promise that they hold together.
  package let catalogue: Catalogue
  /// The day for which the state of the law is looked at.
  package let asOf: CalendarDate
  /// Ids and numbers of an earlier edition, if the catalogue carries the list.
  package let stability: StabilityList?
  /// Whether every file could be read: else what is not here may stand in one that could not.
  let isWhole: Bool

  private let contents: [FileContents]
  private let index: EntryIndex
  /// Judges the samples of remedies; nil where what a sample cites may stand in a file that could not be read.
  let remedies: RemedyProof?

  /// - Parameters:
  ///   - contents: what stands in the catalogue's files, in the order of their names.
  ///   - asOf: the day whose law counts; that of the edition unless given.
  ///   - isWhole: no file of the catalogue was left out because it is no text.
  init(
    _ contents: [FileContents], isWhole: Bool, stability: StabilityList?, asOf: CalendarDate?,
    contracts: Contracts
  ) {
    // Two halves that need nothing of each other.
    nonisolated(unsafe) let contents = contents
    let (catalogue, index) = SideBySide.both {
      CatalogueReading(contents.map(\.reading)).catalogue
    } and: {
      EntryIndex(contents)
    }
    self.contents = contents
    self.catalogue = catalogue
    self.index = index
    files = contents.map(\.file)
    self.isWhole = isWhole && files.allSatisfy { $0.document != nil }
    self.stability = stability
    self.asOf = asOf ?? catalogue.edition.date
    remedies =
      self.isWhole && !index.criteria.isEmpty
      ? RemedyProof(catalogue, schema: contracts.planSchema) : nil
  }

  /// Every wording, in the order of the files.
  var wordings: [Element] {
    files.flatMap { file in
      (file.root?.children.filter { $0.name == "wordings" } ?? []).flatMap { Array($0.children) }
    }
  }

  /// Every entry that `stability.tsv` lists, in the order of the files.
  var recorded: [(kind: String, id: String, element: Element)] {
    files.filter { !$0.file.holdsExamples }.flatMap { file in
      file.root.map { EntryDigest.entries(of: $0) } ?? []
    }
  }

  private let madeTrials = Mutex<WordingTrials?>(nil)
  /// What the examples of the wordings show; made when a rule first asks.
  var wordingTrials: WordingTrials {
    madeTrials.withLock { made in
      if let made { return made }
      var collection = WordingCollection()
      if !wordings.isEmpty {
        for file in files { file.root.map { collection.append(WordingCollection($0, file: file.name)) } }
      }
      let trials = WordingTrials(collection)
      made = trials
      return trials
    }
  }

  /// The values of a list of `master-plan.xsd`.
  func values(of list: String) -> Set<String> { contents.first?.vocabulary.values(of: list) ?? [] }

  /// The provinces and cities that there are and were.
  var places: KnownPlaces { contents.first?.places ?? .none }
  /// What is written in two languages.
  var labels: some Sequence<Writing.LabelGroup> { contents.lazy.flatMap(\.writing.labels) }
  var entries: [Entry] { index.entries }
  var criteria: [(entry: Entry, model: Criterion)] { index.criteria }
  /// Instruments and standards: what has a life in law.
  var texts: [(entry: Entry, life: Life)] { index.texts }
  /// Every id that an entry names, in the order of the files.
  var references: [Reference] { index.references }
  var provenances: [Element] { index.provenances }
  var provisions: Set<String> { index.provisions }
  var layers: Set<String> { index.layers }
  var groups: Set<String> { index.groups }
  var instruments: some Sequence<(entry: Entry, model: Instrument)> { contents.lazy.flatMap(\.instruments) }
  var standards: some Sequence<(entry: Entry, model: Standard)> { contents.lazy.flatMap(\.standards) }
  var frameworks: some Sequence<(entry: Entry, model: Framework)> { contents.lazy.flatMap(\.frameworks) }

  /// The first entry with this id; groups of criteria have ids of their own.
  func entry(_ id: String) -> Entry? { index.byID[id] }

  /// Whether an id that is not here may stand in a file that could not be read.
  func mayBeUnread(_ id: String) -> Bool { !isWhole && (stability?.lists(id) ?? true) }

  func file(of element: Element) -> SourceFile? { index.files[ObjectIdentifier(element.document)] }

  /// The state of a text on the day that is looked at.
  func state(of id: String) -> LegalState? { catalogue.state(of: id, on: asOf) }
}

/// The entries of all files in their order, and what is looked up among them.
private struct EntryIndex {
  let entries: [Entry]
  let criteria: [(entry: Entry, model: Criterion)]
  let texts: [(entry: Entry, life: Life)]
  let references: [Reference]
  let provenances: [Element]
  let byID: [String: Entry]
  let files: [ObjectIdentifier: SourceFile]
  let provisions: Set<String>
  let layers: Set<String>
  let groups: Set<String>

  init(_ contents: [FileContents]) {
    entries = contents.flatMap(\.entries)
    criteria = contents.flatMap(\.criteria)
    texts =
      contents.flatMap { $0.instruments.map { ($0.entry, $0.model.life) } }
      + contents.flatMap { $0.standards.map { ($0.entry, $0.model.life) } }
    references = contents.flatMap(\.references)
    provenances = contents.flatMap(\.writing.provenances)
    byID = Dictionary(entries.lazy.filter { $0.kind != .group }.map { ($0.id, $0) }) { first, _ in first }
    files = Dictionary(
      contents.compactMap { part in part.file.document.map { (ObjectIdentifier($0), part.file) } }
    ) { first, _ in first }
    provisions = Set(contents.lazy.flatMap { $0.instruments.lazy.flatMap { $0.model.provisions.map(\.id) } })
    layers = Set(contents.lazy.flatMap { $0.frameworks.lazy.flatMap { $0.model.layers.map(\.id) } })
    groups = Set(entries.lazy.filter { $0.kind == .group }.map(\.id))
  }
}
