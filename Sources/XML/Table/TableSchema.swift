import CLibXML2
import Source
import Synchronization
import Workers

/// A schema whose documents are read as tables. A document is followed by its grammar while it is parsed; only
/// what the grammar is not sure of goes to libxml2's validator, which alone says what is not valid.
package final class TableSchema: Sendable {
  private let source: SourceText
  private let root: String
  private let grammar: Grammar
  /// Compiled when the first document needs it: a run over valid plans never does.
  private let compiled = Mutex<Schema?>(nil)
  private let parsers: Pool<EventParser>

  /// - Throws: `Refusal` when the text is no schema, or one that `GrammarReader` does not understand.
  package convenience init(_ source: SourceText, root: String, namespace: String) throws(Refusal) {
    try self.init(Document(source), root: root, namespace: namespace)
  }

  /// - Parameter document: the schema.
  package init(_ document: Document, root: String, namespace: String) throws(Refusal) {
    source = document.source
    self.root = root
    let grammar = try GrammarReader.read(document, root: root, namespace: namespace)
    self.grammar = grammar
    parsers = Pool { EventParser(grammar) }
  }

  /// libxml2's form of the schema.
  /// - Throws: `Refusal` when libxml2 does not take it for a schema.
  package func validator() throws(Refusal) -> Schema {
    if let made = compiled.withLock({ $0 }) { return made }
    let made = try Schema(source, root: root, namespace: grammar.namespace)
    compiled.withLock { $0 = made }
    return made
  }

  /// Reads a document.
  /// - Throws: `Refusal` when the text breaks a limit, is not well-formed or not valid.
  package func table(of text: SourceText, limits: Limits = Limits()) throws(Refusal) -> DocumentTable {
    let isBrief = text.isBrief(limits)
    if isBrief, let table = quickTable(of: text, limits: limits) {
      try Library.refuseWithoutMemory(text)
      return table
    }
    let tags = try text.guardStructure(limits)
    if !isBrief, let table = quickTable(of: text, limits: limits) {
      try Library.refuseWithoutMemory(text)
      return table
    }
    return try validatedTable(of: text, tags: tags, limits: limits)
  }

  /// The short way: nil when the grammar is not sure that the document is valid and within its limits.
  /// - Parameter text: is brief, or has passed `guardStructure`.
  func quickTable(of text: SourceText, limits: Limits) -> DocumentTable? {
    Library.prepare()
    return parsers.use { $0.table(of: text, limits: limits) }
  }

  /// The long way, with a tree and libxml2's validator.
  func validatedTable(of text: SourceText, tags: [Int], limits: Limits) throws(Refusal) -> DocumentTable {
    let validator = try validator()
    if text.bytes.count >= StreamValidation.threshold,
      let refusal = StreamValidation(text, tags: tags).refusal(by: validator)
    {
      throw refusal
    }
    let document = try Document(text, limits: limits)
    try validator.validate(document)
    guard let table = TreeWalk.table(of: document, grammar, tags: tags) else {
      throw Refusal(source: text.name, cause: MarkupFault.other(code: 0))
    }
    return table
  }
}
