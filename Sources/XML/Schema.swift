import CLibXML2

/// A compiled XML Schema (W3C XML Schema 1.0).
///
/// `@unchecked Sendable` holds because libxml2 never writes to a compiled schema after
/// `xmlSchemaParse` returns: each validation has a context of its own, made in `validate`.
public final class Schema: @unchecked Sendable {
  private let pointer: xmlSchemaPtr
  private let rootName: String
  public let namespace: String

  /// Compiles a schema whose documents have the root element `root` in `namespace`.
  /// - Throws: `Refusal` when the text is not a schema; it may import nothing.
  public init(_ source: SourceText, root: String, namespace: String) throws(Refusal) {
    Library.prepare()
    rootName = root
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
        cause: .malformed(.other(code: log.errors.first?.code ?? 0)))
    }
    pointer = compiled
  }

  deinit {
    xmlSchemaFree(pointer)
  }

  /// Checks `document` against the schema.
  /// - Throws: `Refusal` naming the first violation in document order; `following` counts the rest,
  ///   most of which are its trail (a missing key makes every reference to it dangle).
  public func validate(_ document: Document) throws(Refusal) {
    let root = document.root
    guard root.name == rootName, root.namespace == namespace else {
      throw Refusal(
        source: document.source.name, position: document.position(of: root),
        cause: .wrongRoot(
          found: root.name, foundNamespace: root.namespace, expected: rootName,
          expectedNamespace: namespace))
    }
    let log = ErrorLog()
    let status: Int32
    if let context = xmlSchemaNewValidCtxt(pointer) {
      xmlSchemaSetValidStructuredErrors(context, ErrorLog.receive, log.unretained)
      status = xmlSchemaValidateDoc(context, document.pointer)
      xmlSchemaFreeValidCtxt(context)
    } else {
      status = -1
    }
    guard status != 0 || log.count > 0 else { return }
    guard let first = log.errors.first else {
      throw Refusal(source: document.source.name, cause: .malformed(.other(code: status)))
    }
    throw Refusal(
      source: document.source.name, position: position(of: first, in: document),
      cause: .invalid(SchemaViolation(code: first.code, message: first.message)),
      following: log.count - 1)
  }

  private func position(of error: LibraryError, in document: Document) -> Position? {
    guard var node = error.node else { return Position(line: max(error.line, 1), column: 1) }
    while node.pointee.type != XML_ELEMENT_NODE, let parent = node.pointee.parent { node = parent }
    return document.position(of: Element(pointer: node, document: document))
  }
}
