import CLibXML2
import Source

/// A parsed document. Not shared between tasks: one document, one task.
package final class Document {
  package let source: SourceText
  package let pointer: UnsafeMutablePointer<xmlDoc>
  /// Whether every node knows its place in the document; see `DocumentOrder`.
  var isNumbered = false

  /// Parses `source` without any network, entity or DTD.
  /// - Throws: `Refusal` when the text breaks a limit, carries a DOCTYPE or is not well-formed.
  package init(_ source: SourceText, limits: Limits = Limits()) throws(Refusal) {
    Library.prepare()
    try source.guardStructure(limits)
    self.source = source
    pointer = try Self.parse(source)
    // Handles on nodes find their document this way; it lives at least as long as they do.
    pointer.pointee._private = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    xmlFreeDoc(pointer)
  }

  package var root: Element {
    // A well-formed document has a root element (XML 1.0, 2.1); `parse` refuses all others.
    Element(pointer: xmlDocGetRootElement(pointer), document: self)
  }

  private static func parse(_ source: SourceText) throws(Refusal) -> UnsafeMutablePointer<xmlDoc> {
    guard let context = xmlNewParserCtxt() else {
      throw Refusal(source: source.name, cause: MarkupFault.other(code: Int32(XML_ERR_NO_MEMORY.rawValue)))
    }
    defer { xmlFreeParserCtxt(context) }
    let log = ErrorLog()
    context.pointee._private = log.unretained
    context.pointee.sax.pointee.serror = { context, error in
      guard let context, let error else { return }
      let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
      ErrorLog.receive(parser.pointee._private, error)
    }
    // A CDATA section is part of the text around it, not a node of its own (XPath 1.0, 5.7).
    let options = Library.options | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
    let document = source.bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil,
        Int32(options))
    }
    withExtendedLifetime(log) {}
    if let document, log.count == 0, xmlDocGetRootElement(document) != nil {
      // What is written out again is UTF-8: without this, letters in attributes become numbers.
      document.pointee.encoding.map { khung_free(UnsafeMutableRawPointer(mutating: $0)) }
      document.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
      return document
    }
    document.map { xmlFreeDoc($0) }
    throw refusal(for: log.errors.first, in: source)
  }

  /// What a parse error means, in parts that a report can put into words.
  static func refusal(for error: LibraryError?, in source: SourceText) -> Refusal {
    if let offset = Encoding.firstBrokenByte(source.bytes) {
      return source.refusal(at: offset, InputFault.brokenUTF8(byte: source.bytes[offset]))
    }
    guard let error else { return Refusal(source: source.name, cause: MarkupFault.notXML) }
    return Refusal(
      source: source.name, position: Position(line: max(error.line, 1), column: max(error.column, 1)),
      cause: malformation(error, in: source))
  }

  private static func malformation(_ error: LibraryError, in source: SourceText) -> MarkupFault {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_DOCUMENT_EMPTY: .notXML
    case XML_ERR_TAG_NAME_MISMATCH:
      .mismatchedTag(opened: error.words[0], line: openingLine(error.message), closed: error.words[1])
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED,
      XML_ERR_PI_NOT_FINISHED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_LITERAL_NOT_FINISHED:
      .unfinished
    case XML_ERR_DOCUMENT_END: .contentAfterRoot
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: .undefinedEntity(error.words[0])
    case XML_ERR_ATTRIBUTE_REDEFINED: .repeatedAttribute(error.words[0])
    case XML_NS_ERR_UNDEFINED_NAMESPACE: .undeclaredPrefix(error.words[0])
    case XML_NS_ERR_ATTRIBUTE_REDEFINED: .repeatedAttribute(error.words[0])
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING: .illegalCharacter
    case XML_ERR_GT_REQUIRED, XML_ERR_NAME_REQUIRED, XML_ERR_SPACE_REQUIRED, XML_ERR_LT_REQUIRED,
      XML_ERR_LTSLASH_REQUIRED, XML_ERR_EQUAL_REQUIRED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
      XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_LT_IN_ATTRIBUTE:
      .brokenTag
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF,
      XML_ERR_INVALID_HEX_CHARREF:
      .brokenReference
    default: .other(code: error.code)
    }
  }

  /// libxml2 keeps the line of the opening tag only in its message: "… mismatch: a line 3 and b".
  private static func openingLine(_ message: String) -> Int {
    guard let word = message.firstRange(of: " line ") else { return 0 }
    return Int(message[word.upperBound...].prefix { $0.isNumber }) ?? 0
  }
}
