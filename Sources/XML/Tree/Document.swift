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
      throw Refusal(source: source.name, cause: InputFault.outOfMemory)
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
    if Library.isOutOfMemory {
      document.map { xmlFreeDoc($0) }
      try Library.refuseWithoutMemory(source)
    }
    if let document, log.count == 0, xmlDocGetRootElement(document) != nil {
      // What is written out again is UTF-8: without this, letters in attributes become numbers.
      document.pointee.encoding.map { khung_free(UnsafeMutableRawPointer(mutating: $0)) }
      document.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
      return document
    }
    document.map { xmlFreeDoc($0) }
    throw refusal(for: log.errors, in: source)
  }

  /// What the errors of a parse mean, in parts that a report can put into words.
  static func refusal(for errors: [LibraryError], in source: SourceText) -> Refusal {
    if let offset = Encoding.firstBrokenByte(source.bytes) {
      return source.refusal(at: offset, InputFault.brokenUTF8(byte: source.bytes[offset]))
    }
    let faults = Malformation(source).faults(of: errors)
    // The guard has seen that it is XML; what libxml2 cannot even complain about is a lack of memory.
    guard let first = faults.first else { return Refusal(source: source.name, cause: InputFault.outOfMemory) }
    return Refusal(
      source: source.name, position: first.position, cause: first.cause,
      further: faults.dropFirst().map {
        Refusal(source: source.name, position: $0.position, cause: $0.cause)
      })
  }
}
