import Catalogue
import MasterPlan

/// What stands in one file of a catalogue: its entries as written and as a check would read them. Made and
/// looked through by one worker, while the document is at hand; then only read.
package struct FileContents {
  let file: SourceFile
  let entries: [Entry]
  /// The entries as a check would load them; nothing for files of examples.
  let reading: FileReading
  let instruments: [(entry: Entry, model: Instrument)]
  let standards: [(entry: Entry, model: Standard)]
  let frameworks: [(entry: Entry, model: Framework)]
  let criteria: [(entry: Entry, model: Criterion)]
  /// Every id that an entry names.
  let references: [Reference]
  /// The XPath of every embedded schema.
  let expressions: [EmbeddedExpression]
  /// What says where facts come from, and what is written in two languages.
  let writing: Writing
  private let contracts: Contracts

  /// Instruments and standards: what has a life in law.
  var texts: [(entry: Entry, life: Life)] {
    instruments.map { ($0.entry, $0.model.life) } + standards.map { ($0.entry, $0.model.life) }
  }

  var vocabulary: PlanVocabulary { contracts.vocabulary }
  var places: KnownPlaces { contracts.places }
  var grammar: PlanGrammar { contracts.grammar }

  /// The words of a list of `master-plan.xsd` that a requirement may name.
  func words(in list: String) -> Set<String> { contracts.words(in: list) }

  init(_ text: Catalogue.File, contracts: Contracts) {
    let file = SourceFile(text, schema: contracts.catalogueSchema)
    let entries = Self.entries(of: file)
    let root = text.holdsExamples ? nil : file.root
    let reading = FileReading(root, file: text.text.name)
    func paired<Model>(_ kind: Entry.Kind, _ models: [Model]) -> [(entry: Entry, model: Model)] {
      zip(entries.lazy.filter { $0.kind == kind }, models).map { ($0, $1) }
    }
    instruments = paired(.instrument, reading.instruments)
    standards = paired(.standard, reading.standards)
    frameworks = paired(.framework, reading.frameworks)
    criteria = paired(.criterion, reading.criteria)
    references = entries.flatMap(Reference.all)
    expressions = criteria.flatMap { EmbeddedExpression.all(in: $0.entry) }
    writing = Writing(entries)
    self.file = file
    self.entries = entries
    self.reading = reading
    self.contracts = contracts
  }

  private static func entries(of file: SourceFile) -> [Entry] {
    guard let root = file.root else { return [] }
    return root.children.flatMap { part -> [Entry] in
      if part.name == "edition" { return [Entry(kind: .edition, id: "", element: part, file: file)] }
      return part.children.compactMap { element in
        Entry.Kind(rawValue: element.name).map {
          Entry(kind: $0, id: element.attribute("id") ?? "", element: element, file: file)
        }
      }
    }
  }
}
