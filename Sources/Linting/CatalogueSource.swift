import Catalogue
import Compliance
import Dispatch
import MasterPlan
import Synchronization
import XML

/// A catalogue as its editor wrote it: files with all their mistakes, and the entries as far as they can
/// be read. Used by one task at a time.
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
  let vocabulary: PlanVocabulary
  let grammar: PlanGrammar
  let planSchema: TableSchema

  let entries: [Entry]
  let instruments: [(entry: Entry, model: Instrument)]
  let standards: [(entry: Entry, model: Standard)]
  let frameworks: [(entry: Entry, model: Framework)]
  let criteria: [(entry: Entry, model: Criterion)]
  /// Instruments and standards: what has a life in law.
  let texts: [(entry: Entry, life: Life)]
  private let entriesByID: [String: Entry]
  private let filesByDocument: [ObjectIdentifier: SourceFile]
  /// Every id that an entry names, in the order of the files.
  lazy var references: [Reference] = entries.flatMap(Reference.all)
  /// The XPath of every embedded schema.
  lazy var expressions: [EmbeddedExpression] = criteria.flatMap { EmbeddedExpression.all(in: $0.entry, self) }
  /// What says where facts come from, and what is written in two languages.
  lazy var writing = Writing(entries)
  /// What the samples of the remedies come to, in the order of `criteria`; nil where nobody can tell.
  let remedies: RemedyVerdicts?
  let provisions: [String: Element]
  let layers: Set<String>
  let groups: Set<String>

  /// - Parameters:
  ///   - files: the catalogue's files; what is no XML is kept with its refusal.
  ///   - asOf: the day whose law counts; that of the edition unless given.
  ///   - isWhole: no file of the catalogue was left out because it is no text.
  init(
    _ files: [Catalogue.File], isWhole: Bool, stability: StabilityList?, asOf: CalendarDate?,
    contracts: Contracts
  ) {
    self.files = SourceFile.all(files.sorted { $0.name < $1.name }, schema: contracts.catalogueSchema)
    self.isWhole = isWhole && self.files.allSatisfy { $0.document != nil }
    self.stability = stability
    vocabulary = contracts.vocabulary
    grammar = contracts.grammar
    planSchema = contracts.planSchema
    let readable = self.files.filter { !$0.file.holdsExamples }
      .compactMap { file in file.root.map { ($0, file.file.text.name) } }
    let reading = CatalogueReading(readable)
    catalogue = reading.catalogue
    self.asOf = asOf ?? reading.catalogue.edition.date
    entries = self.files.flatMap(\.entries)
    entriesByID = Dictionary(entries.filter { $0.kind != .group }.map { ($0.id, $0) }) { first, _ in first }
    filesByDocument = Dictionary(
      self.files.compactMap { file in file.document.map { (ObjectIdentifier($0), file) } }
    ) { first, _ in first }
    let judging = entries.filter { !$0.file.file.holdsExamples }
    func paired<Model>(_ kind: Entry.Kind, _ models: [Model]) -> [(entry: Entry, model: Model)] {
      zip(judging.filter { $0.kind == kind }, models).map { ($0, $1) }
    }
    instruments = paired(.instrument, reading.instruments)
    standards = paired(.standard, reading.standards)
    frameworks = paired(.framework, reading.frameworks)
    criteria = paired(.criterion, reading.criteria)
    texts = instruments.map { ($0.entry, $0.model.life) } + standards.map { ($0.entry, $0.model.life) }
    provisions = Dictionary(
      instruments.flatMap { $0.entry.element.children("provision") }.map { ($0.attribute("id") ?? "", $0) }
    ) { first, _ in first }
    // What a sample cites may stand in a file that could not be read.
    remedies =
      self.isWhole && !criteria.isEmpty
      ? RemedyVerdicts(of: reading.criteria, in: catalogue, schema: planSchema) : nil
    layers = Set(reading.frameworks.flatMap(\.layers).map(\.id))
    groups = Set(entries.filter { $0.kind == .group }.map(\.id))
  }

  /// Makes what rules would make on demand, so that they can read side by side.
  func prepare() {
    _ = (references.count, expressions.count, writing.labels.count)
    for file in files { _ = file.root.flatMap { Node($0).elementNumber } }
  }

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

/// What does not change from catalogue to catalogue: the contracts that they are held against.
public struct Contracts: Sendable {
  let catalogueSchema: Schema
  let planSchema: TableSchema
  let vocabulary: PlanVocabulary
  let grammar: PlanGrammar

  /// - Parameters:
  ///   - catalogue: `catalogue.xsd`.
  ///   - plan: `master-plan.xsd`.
  /// - Throws: `Refusal` when one of them is no schema.
  public init(catalogue: SourceText, plan: SourceText) throws(Refusal) {
    catalogueSchema = try Schema(catalogue, root: "catalogue", namespace: Catalogue.namespace)
    planSchema = try TableSchema(plan, root: "master-plan", namespace: MasterPlan.namespace)
    vocabulary = try PlanVocabulary(plan)
    grammar = try PlanGrammar(plan)
  }
}

/// One entry of a catalogue, as written.
struct Entry {
  enum Kind: String {
    case edition, instrument, standard, framework, indicator, target, group, criterion, example
  }

  let kind: Kind
  let id: String
  let element: Element
  let file: SourceFile
}

/// One file of a catalogue: its document, or why it has none.
public final class SourceFile {
  public let file: Catalogue.File
  let document: Document?
  let refusal: Refusal?
  /// Where it is not what the schema allows.
  let violations: [(element: Element?, cause: Refusal.Cause)]
  private let madeMap = Mutex<SourceMap?>(nil)
  /// Where elements stand in the text; made when the first finding asks.
  var map: SourceMap {
    madeMap.withLock { made in
      let map = made ?? SourceMap(file.text)
      made = map
      return map
    }
  }
  /// All elements by their number, for findings that only know an offset.
  lazy var elements: [Element] = document.map { Self.all(below: $0.root) } ?? []

  public var name: String { file.name }
  var root: Element? { document?.root }

  private init(_ file: Catalogue.File, schema: Schema) {
    self.file = file
    do throws(Refusal) {
      let document = try Document(file.text)
      violations = schema.violations(in: document)
      self.document = document
      refusal = nil
    } catch {
      document = nil
      violations = []
      refusal = error
    }
  }

  /// Reads and validates files side by side.
  static func all(_ files: [Catalogue.File], schema: Schema) -> [SourceFile] {
    let read = Mutex<[Int: Handover]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let file = Handover(file: SourceFile(files[index], schema: schema))
      read.withLock { $0[index] = file }
    }
    let done = read.withLock { $0 }
    return files.indices.compactMap { done[$0]?.file }
  }

  /// `@unchecked Sendable` holds because a file is made whole by one worker, which keeps nothing of it, and
  /// then belongs to the task that waits for all workers.
  private struct Handover: @unchecked Sendable {
    let file: SourceFile
  }

  var entries: [Entry] {
    guard let root else { return [] }
    return root.children.flatMap { part -> [Entry] in
      if part.name == "edition" { return [Entry(kind: .edition, id: "", element: part, file: self)] }
      return part.children.compactMap { element in
        Entry.Kind(rawValue: element.name).map {
          Entry(kind: $0, id: element.attribute("id") ?? "", element: element, file: self)
        }
      }
    }
  }

  private static func all(below element: Element) -> [Element] {
    var result: [Element] = []
    func walk(_ element: Element) {
      result.append(element)
      for child in element.children { walk(child) }
    }
    walk(element)
    return result
  }
}

extension CatalogueSource {
  /// The facets of a criterion's requirement with this name, at any depth.
  func facets(of entry: Entry, named name: String) -> [Element] {
    entry.element.child("requirement").map { facets(in: $0) }?.filter { $0.name == name } ?? []
  }

  /// Whether a facet is asked for, and not one of several ways.
  func isAsked(_ facet: Element) -> Bool {
    var parent = Node(facet).parent?.element
    while let current = parent, current.name != "requirement" {
      if current.name == "any" { return false }
      parent = Node(current).parent?.element
    }
    return true
  }

  /// All facets below an element, groups included; what stands inside an embedded schema is none.
  func facets(in element: Element) -> [Element] {
    element.children.flatMap { facet in
      [facet] + (facet.name == "all" || facet.name == "any" ? facets(in: facet) : [])
    }
  }
}

extension CatalogueSource {
  var provenances: [Element] { writing.provenances }
  var labels: [Writing.LabelGroup] { writing.labels }
}

/// Elements that occur all over a catalogue, collected in one walk.
struct Writing {
  /// Texts of one name under one parent, one for each language.
  struct LabelGroup {
    let name: String
    /// They belong to the entry itself, not to a part of it.
    let isEntry: Bool
    var elements: [Element]
  }

  private(set) var provenances: [Element] = []
  private(set) var labels: [LabelGroup] = []

  init(_ entries: [Entry]) {
    for entry in entries { walk(entry.element, isEntry: true, isExample: entry.kind == .example) }
  }

  private mutating func walk(_ element: Element, isEntry: Bool, isExample: Bool) {
    var groups: [LabelGroup] = []
    for child in element.children {
      switch child.name {
      case "requirement", "applies-when", "snippet": continue
      case "provenance": provenances.append(child)
      default: break
      }
      if isExample, child.name != "claim" { continue }
      if child.attribute("lang") != nil {
        let name = child.name
        if let index = groups.firstIndex(where: { $0.name == name }) {
          groups[index].elements.append(child)
        } else {
          groups.append(LabelGroup(name: name, isEntry: isEntry, elements: [child]))
        }
      } else {
        walk(child, isEntry: false, isExample: isExample)
      }
    }
    labels += groups
  }
}
