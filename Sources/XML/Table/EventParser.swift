import CLibXML2
import Source

/// Parses texts into tables with libxml2's events, without a tree. One text at a time; the parser and its
/// memory are used again for the next.
final class EventParser {
  /// At one address for all its life, which libxml2 hands to every event.
  private let events: UnsafeMutablePointer<EventReader>

  init(_ grammar: Grammar) {
    Library.prepare()
    events = .allocate(capacity: 1)
    events.initialize(to: EventReader(grammar))
  }

  deinit {
    events.pointee.free()
    events.deinitialize(count: 1)
    events.deallocate()
  }

  /// The table of a text, nil when it is not surely a valid document: then only libxml2's own validator can
  /// tell.
  /// - Parameter text: is brief, or has passed `guardStructure`.
  func table(of text: SourceText, limits: Limits) -> DocumentTable? {
    events.pointee.limits = limits
    return text.bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count < Int(Int32.max) else { return nil }
      if let table = parse(text, bytes, asShadow: true) { return table }
      return events.pointee.needsText ? parse(text, bytes, asShadow: false) : nil
    }
  }

  private func parse(
    _ text: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, asShadow: Bool
  ) -> DocumentTable? {
    guard let context = events.pointee.readyContext(), let buffer = events.pointee.begin(bytes, asShadow),
      let input = buffer.withMemoryRebound(
        to: CChar.self, capacity: bytes.count + 1,
        { xmlParserInputBufferCreateStatic($0, Int32(bytes.count), XML_CHAR_ENCODING_NONE) })
    else { return nil }
    defer { events.pointee.release(context) }
    guard let stream = xmlNewIOInputStream(context, input, XML_CHAR_ENCODING_NONE) else {
      xmlFreeParserInputBuffer(input)
      return nil
    }
    guard inputPush(context, stream) >= 0 else { return nil }
    context.pointee.userData = UnsafeMutableRawPointer(events)
    context.pointee.sax.pointee = EventReader.handler()
    // The whole text is there: libxml2 2.9.14 must neither ask for more nor drop what it has read, which it gets
    // wrong for a buffer that is not its own.
    context.pointee.progressive = 1
    let status = xmlParseDocument(context)
    let isWhole = status == 0 && context.pointee.wellFormed == 1
    return isWhole ? events.pointee.finish(text) : nil
  }
}

/// Takes libxml2's events and hands them to a `TableBuilder`, with names as numbers and values as they stand in
/// the text.
private struct EventReader {
  private let grammar: Grammar
  var limits = Limits()
  private var context: xmlParserCtxtPtr?
  private var builder: TableBuilder
  /// The grammar's names by their address in libxml2's dictionary; the count is a power of two.
  private var slots: [(address: UInt, number: UInt16)] = []
  private var namespace: UInt = 0
  /// The text as libxml2 reads it, with a zero byte after it.
  private var buffer: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  /// The text being parsed.
  private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var isShadow = false
  /// Set when a value was put together by libxml2 from its shadow: the parse begins again without one.
  private(set) var needsText = false
  private var hasFailed = false

  init(_ grammar: Grammar) {
    self.grammar = grammar
    builder = TableBuilder(grammar)
  }

  func free() {
    context.map { xmlFreeParserCtxt($0) }
    buffer?.deallocate()
  }

  /// Readies everything for a text.
  /// - Returns: what libxml2 is to read, with a zero byte after it; nil where the bytes are no text of XML.
  mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>, _ asShadow: Bool) -> UnsafeMutablePointer<UInt8>? {
    // A huge text leaves no lasting mark.
    if capacity <= bytes.count || (capacity > 8 << 20 && bytes.count < 1 << 20) {
      buffer?.deallocate()
      capacity = max(bytes.count + 1, 128 << 10)
      buffer = .allocate(capacity: capacity)
    }
    (needsText, hasFailed) = (false, false)
    guard let buffer, let start = bytes.baseAddress else { return nil }
    if !asShadow {
      buffer.update(from: start, count: bytes.count)
    } else if !MarkupShadow.cast(bytes, into: buffer) {
      return nil
    }
    buffer[bytes.count] = 0
    source = bytes
    isShadow = asShadow
    builder.restart(bytes)
    return buffer
  }

  mutating func finish(_ text: SourceText) -> DocumentTable? {
    hasFailed || needsText ? nil : builder.finish(text)
  }

  // MARK: The context

  mutating func readyContext() -> xmlParserCtxtPtr? {
    if let context { return context }
    guard let made = xmlNewParserCtxt() else { return nil }
    context = made
    xmlCtxtUseOptions(made, Int32(Library.options))
    intern(in: made)
    return made
  }

  /// What libxml2 keeps of one document goes; names that documents brought must not pile up.
  mutating func release(_ used: xmlParserCtxtPtr) {
    source = UnsafeBufferPointer(start: nil, count: 0)
    if xmlDictSize(used.pointee.dict) > Int32(grammar.names.count) + 2_000 {
      xmlFreeParserCtxt(used)
      context = nil
    } else {
      xmlCtxtReset(used)
    }
  }

  private mutating func intern(in context: xmlParserCtxtPtr) {
    var size = 64
    while size < grammar.names.count * 4 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
    for (number, name) in grammar.names.enumerated() {
      let address = UInt(bitPattern: xmlDictLookup(context.pointee.dict, name, -1))
      var slot = Self.slot(address, size)
      while slots[slot].address != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (address, UInt16(number))
    }
    namespace = UInt(bitPattern: xmlDictLookup(context.pointee.dict, grammar.namespace, -1))
  }

  private static func slot(_ address: UInt, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
  }

  private func number(_ name: UnsafePointer<xmlChar>?) -> UInt16? {
    let address = UInt(bitPattern: name)
    var slot = Self.slot(address, slots.count)
    while slots[slot].address != 0 {
      if slots[slot].address == address { return slots[slot].number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  // MARK: Events

  static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { parser, _, _, _ in EventReader.at(parser)?.pointee.fail() }
    handler.startElementNs = { parser, name, _, uri, namespaces, _, count, _, attributes in
      EventReader.at(parser)?.pointee.start(name, uri, Int(namespaces), Int(count), attributes)
    }
    handler.endElementNs = { parser, _, _, _ in EventReader.at(parser)?.pointee.end() }
    // The same for both: else libxml2 looks whether white space can be ignored.
    handler.characters = { parser, text, count in
      EventReader.at(parser)?.pointee.characters(text, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { parser, text, count in EventReader.at(parser)?.pointee.section(text, Int(count)) }
    handler.serror = { parser, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      EventReader.at(parser)?.pointee.fail()
    }
    return handler
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<EventReader>? {
    pointer?.assumingMemoryBound(to: EventReader.self)
  }

  private mutating func fail() {
    if hasFailed { return }
    hasFailed = true
    context.map { xmlStopParser($0) }
  }

  private mutating func beginAgain() {
    needsText = true
    context.map { xmlStopParser($0) }
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ namespaces: Int, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard UInt(bitPattern: uri) == namespace, let number = number(name), builder.depth < limits.depth,
      namespaces + count <= limits.attributes, let tag = startTag(), !mayHideAttributes(in: tag)
    else { return fail() }
    builder.startElement(number, at: tag.lowerBound)
    for index in 0..<count {
      guard !builder.isUnsure, let parts = attributes.map({ $0 + index * 5 }), parts[2] == nil,
        let name = self.number(parts[0]), let start = parts[3], let end = parts[4]
      else { return fail() }
      let (value, offset) = original(UnsafeBufferPointer(start: start, count: end - start))
      if needsText { return beginAgain() }
      if offset == nil, value.contains(UInt8(ascii: "&")) {
        Self.withAmpersands(value).withUnsafeBufferPointer { builder.attribute(name, $0, at: nil) }
      } else {
        builder.attribute(name, value, at: offset)
      }
    }
    builder.endAttributes()
    if builder.isUnsure { fail() }
  }

  /// The start tag that libxml2 has just read to its end. No `<` can stand in one (XML 1.0, 3.1), so it begins at
  /// the last before that end.
  private func startTag() -> Range<Int>? {
    guard let buffer, let cursor = context?.pointee.input?.pointee.cur else { return nil }
    let end = cursor - UnsafePointer(buffer)
    guard end > 0, end <= source.count else { return nil }
    var offset = end
    while offset >= 8 {
      let found = EightBytes(at: buffer + (offset - 8)).places(of: UInt8(ascii: "<"))
      if found != 0 { return offset - 1 - found.leadingZeroBitCount >> 3..<end }
      offset -= 8
    }
    while offset > 0 {
      offset -= 1
      if buffer[offset] == UInt8(ascii: "<") { return offset..<end }
    }
    return nil
  }

  /// Whether a start tag may have more attributes than libxml2 tells of: it passes over declarations of the prefix
  /// `xml`, however many.
  private func mayHideAttributes(in tag: Range<Int>) -> Bool {
    // An attribute takes five bytes at least.
    tag.count > 5 * limits.attributes
      && source[tag].count { $0 == UInt8(ascii: "=") } > limits.attributes
  }

  /// libxml2 hands an ampersand of a value over as `&#38;`, for a tree builder to read again.
  private static func withAmpersands(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let ampersand = UInt8(ascii: "&")
    let written = Array("#38;".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    var rest = value[...]
    while let found = rest.firstIndex(of: ampersand) {
      text.append(contentsOf: rest[...found])
      rest = rest[(found + 1)...]
      if rest.starts(with: written) { rest = rest.dropFirst(written.count) }
    }
    text.append(contentsOf: rest)
    return text
  }

  private mutating func end() {
    builder.endElement()
    if builder.isUnsure { fail() }
  }

  private mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    let (piece, offset) = original(UnsafeBufferPointer(start: text, count: count))
    if needsText { return beginAgain() }
    builder.text(piece, at: offset)
    if builder.isUnsure { fail() }
  }

  /// The text of a CDATA section, which libxml2 may have copied from the shadow.
  private mutating func section(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    if isShadow { return beginAgain() }
    characters(text, count)
  }

  /// What stands in the text for a piece that libxml2 hands over: its bytes, and its offset where they stand
  /// there as they are. A piece that libxml2 put together from a shadow may have lost letters.
  private mutating func original(
    _ piece: UnsafeBufferPointer<UInt8>
  ) -> (UnsafeBufferPointer<UInt8>, Int?) {
    guard let start = piece.baseAddress, let buffer, let text = source.baseAddress else {
      return (piece, nil)
    }
    let offset = start - UnsafePointer(buffer)
    if offset >= 0, offset + piece.count <= source.count {
      return (UnsafeBufferPointer(start: text + offset, count: piece.count), offset)
    }
    if isShadow, piece.contains(MarkupShadow.tilde) { needsText = true }
    return (piece, nil)
  }
}
