import CLibXML2
import Source
import Synchronization

/// A compiled XML Schema (W3C XML Schema 1.0).
///
/// `@unchecked Sendable` holds because libxml2 never writes to a compiled schema after
/// `xmlSchemaParse` returns: each validation has a context of its own, made in `validate`.
package final class Schema: @unchecked Sendable {
  private let pointer: xmlSchemaPtr
  private let rootName: String
  private let source: SourceText
  /// Read when the first message needs it.
  private let known = Mutex<SimpleTypes?>(nil)
  package let namespace: String

  /// Compiles a schema whose documents have the root element `root` in `namespace`.
  /// - Throws: `Refusal` when the text is not a schema; it may import nothing.
  package init(_ source: SourceText, root: String, namespace: String) throws(Refusal) {
    Library.prepare()
    rootName = root
    self.source = source
    self.namespace = namespace
    let log = ErrorLog()
    let compiled = source.bytes.withUnsafeBytes { bytes -> xmlSchemaPtr? in
      guard
        let context = xmlSchemaNewMemParserCtxt(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
      else { return nil }
      defer { xmlSchemaFreeParserCtxt(context) }
      xmlSchemaSetParserStructuredErrors(context, ErrorLog.receive, log.unretained)
      return xmlSchemaParse(context)
    }
    guard let compiled, log.count == 0 else {
      compiled.map { xmlSchemaFree($0) }
      throw Refusal(
        source: source.name,
        position: log.errors.first.map { Position(line: max($0.line, 1), column: 1) },
        cause: MarkupFault.other(code: log.errors.first?.code ?? 0))
    }
    pointer = compiled
  }

  deinit {
    xmlSchemaFree(pointer)
  }

  /// Checks `document` against the schema.
  /// - Throws: `Refusal` naming the first violation in document order; `further` names the others, `following`
  ///   counts their trail (a missing key makes every reference to it dangle).
  package func validate(_ document: Document) throws(Refusal) {
    if let wrong = wrongRoot(document) {
      throw Refusal(
        source: document.source.name, position: document.position(of: document.root), cause: wrong)
    }
    let (log, status) = run(on: document, keeping: ErrorLog())
    try Library.refuseWithoutMemory(document.source)
    guard status != 0 || log.count > 0 else { return }
    let found = log.errors.map { error in
      (
        position: position(of: error, in: document),
        violation: SchemaViolation(error, at: element(of: error, in: document)).naming(types)
      )
    }
    throw Self.refusal(of: found, in: document.source)
      ?? Refusal(source: document.source.name, cause: MarkupFault.other(code: status))
  }

  /// The simple types of the schema, for messages.
  var types: SimpleTypes {
    known.withLock { known in
      if let known { return known }
      let made = SimpleTypes(source)
      known = made
      return made
    }
  }

  static func refusal(
    of found: [(position: Position?, violation: SchemaViolation)], in source: SourceText
  ) -> Refusal? {
    let (mistakes, following) = SchemaViolation.mistakes(found)
    guard let first = mistakes.first else { return nil }
    return Refusal(
      source: source.name, position: first.position, cause: first.violation, following: following,
      further: mistakes.dropFirst().map {
        Refusal(source: source.name, position: $0.position, cause: $0.violation)
      })
  }

  /// Every violation in `document`, in document order, with the element at fault.
  /// - Parameter limit: violations past this many are left out; a hostile file can cause millions.
  package func violations(
    in document: Document, limit: Int = Limits().lint.violations
  ) -> [(element: Element?, cause: any RefusalCause)] {
    if let wrong = wrongRoot(document) { return [(document.root, wrong)] }
    let (log, status) = run(on: document, keeping: ErrorLog(keeping: limit))
    if log.errors.isEmpty, status != 0 { return [(document.root, MarkupFault.other(code: status))] }
    return log.errors.map { error in
      (
        element(of: error, in: document),
        SchemaViolation(error, at: element(of: error, in: document)).naming(types)
      )
    }
  }

  private func wrongRoot(_ document: Document) -> (any RefusalCause)? {
    wrongRoot(document.root.name, document.root.namespace)
  }

  func wrongRoot(_ name: String, _ found: String?) -> (any RefusalCause)? {
    guard name != rootName || found != namespace else { return nil }
    return MarkupFault.wrongRoot(
      found: name, foundNamespace: found, expected: rootName, expectedNamespace: namespace)
  }

  /// A validation context for one text; nothing of it may be kept.
  func withStreamContext(_ body: (xmlSchemaValidCtxtPtr) -> Int32) -> Int32 {
    guard let context = xmlSchemaNewValidCtxt(pointer) else { return -1 }
    defer { xmlSchemaFreeValidCtxt(context) }
    return body(context)
  }

  private func run(on document: Document, keeping log: ErrorLog) -> (log: ErrorLog, status: Int32) {
    Library.prepare()
    guard let context = xmlSchemaNewValidCtxt(pointer) else { return (log, -1) }
    defer { xmlSchemaFreeValidCtxt(context) }
    xmlSchemaSetValidStructuredErrors(context, ErrorLog.receive, log.unretained)
    return (log, xmlSchemaValidateDoc(context, document.pointer))
  }

  private func position(of error: LibraryError, in document: Document) -> Position? {
    element(of: error, in: document).map(document.position) ?? Position(line: max(error.line, 1), column: 1)
  }

  private func element(of error: LibraryError, in document: Document) -> Element? {
    guard var node = error.node else { return nil }
    while node.pointee.type != XML_ELEMENT_NODE, let parent = node.pointee.parent { node = parent }
    return Element(pointer: node, document: document)
  }
}
