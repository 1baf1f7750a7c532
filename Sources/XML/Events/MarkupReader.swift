import CLibXML2
import Source

/// Hands a text's elements and characters to a receiver in one pass, without a tree: a document of a thousand pages
/// costs no more memory than its bytes. Names become numbers while they are read.
package struct MarkupReader {
  private let names: [String]
  private let namespaces: [(address: String, number: Int)]

  /// - Parameters:
  ///   - names: local names of elements and attributes that matter; their numbers are their places here.
  ///   - namespaces: addresses by number; several may mean the same one.
  package init(names: [String], namespaces: [(address: String, number: Int)]) {
    self.names = names
    self.namespaces = namespaces
  }

  /// - Throws: `Refusal` when the text is not well-formed, breaks a limit or carries a DOCTYPE, or when the receiver
  ///   stops; what was received until then is worth nothing.
  package func read(_ text: SourceText, limits: Limits, into receiver: any MarkupReceiver) throws(Refusal) {
    Library.prepare()
    if !text.isBrief(limits) { try text.guardStructure(limits) }
    guard let context = xmlNewParserCtxt() else {
      throw Refusal(source: text.name, cause: InputFault.outOfMemory)
    }
    defer { xmlFreeParserCtxt(context) }
    let state = MarkupState(context, receiver, limits, names, namespaces)
    context.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
    context.pointee.sax.pointee = MarkupState.handler()
    let document = text.bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil,
        Int32(Library.options))
    }
    document.map { xmlFreeDoc($0) }
    try Library.refuseWithoutMemory(text)
    if let fault = state.fault { throw Refusal(source: text.name, cause: fault) }
    if state.log.count > 0 || context.pointee.wellFormed != 1 {
      throw Document.refusal(for: state.log.errors, in: text)
    }
  }
}

/// Takes what a `MarkupReader` reads.
package protocol MarkupReceiver: AnyObject {
  /// - Returns: nil to go on, or why not.
  func start(_ tag: MarkupTag) -> (any RefusalCause)?
  func end()
  /// A piece of text; one run of text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// A start tag while it is read. Valid during the call that hands it over.
package struct MarkupTag {
  /// The number of the local name; -1 for one that does not matter.
  package let name: Int
  /// The number of the namespace; -1 for none or one that does not matter.
  package let namespace: Int
  fileprivate let state: MarkupState
  fileprivate let count: Int
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The local name as it is written.
  package let localName: UnsafePointer<UInt8>?

  /// The value of an attribute, nil where there is none.
  /// - Parameter namespace: -1 for an attribute in no namespace.
  package func attribute(_ name: Int, in namespace: Int) -> String? {
    guard let attributes else { return nil }
    for index in 0..<count {
      let parts = attributes + index * 5
      guard state.names.number(of: parts[0]) == name, state.spaces.number(of: parts[2]) == namespace,
        let start = parts[3], let end = parts[4]
      else { continue }
      let bytes = UnsafeBufferPointer(start: start, count: end - start)
      // libxml2 hands an ampersand of a value over as `&#38;`, for a tree builder to read again.
      guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
      return String(decoding: Self.withAmpersands(bytes), as: UTF8.self)
    }
    return nil
  }

  private static func withAmpersands(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let written = Array("#38;".utf8)
    var text: [UInt8] = []
    var rest = value[...]
    while let found = rest.firstIndex(of: UInt8(ascii: "&")) {
      text.append(contentsOf: rest[...found])
      rest = rest[(found + 1)...]
      if rest.starts(with: written) { rest = rest.dropFirst(written.count) }
    }
    text.append(contentsOf: rest)
    return text
  }
}

/// Texts by their address in libxml2's dictionary.
private struct InternedNames {
  /// The count is a power of two.
  private var slots: [(address: UInt, number: Int)] = []

  init(_ texts: [(text: String, number: Int)], in context: xmlParserCtxtPtr) {
    var size = 64
    while size < texts.count * 4 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
    for (text, number) in texts {
      let address = UInt(bitPattern: xmlDictLookup(context.pointee.dict, text, -1))
      var slot = Self.slot(address, size)
      while slots[slot].address != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (address, number)
    }
  }

  func number(of name: UnsafePointer<xmlChar>?) -> Int {
    guard let name else { return -1 }
    let address = UInt(bitPattern: name)
    return slots.withUnsafeBufferPointer { slots in
      var slot = Self.slot(address, slots.count)
      while slots[slot].address != 0 {
        if slots[slot].address == address { return slots[slot].number }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return -1
    }
  }

  private static func slot(_ address: UInt, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size &- 1)
  }
}

/// One read: bounds, names, and what went wrong.
private final class MarkupState {
  let context: xmlParserCtxtPtr
  let receiver: any MarkupReceiver
  let limits: Limits.Input
  let names: InternedNames
  let spaces: InternedNames
  let log = ErrorLog()
  private(set) var fault: (any RefusalCause)?
  private var depth = 0

  init(
    _ context: xmlParserCtxtPtr, _ receiver: any MarkupReceiver, _ limits: Limits, _ names: [String],
    _ namespaces: [(address: String, number: Int)]
  ) {
    self.context = context
    self.receiver = receiver
    self.limits = limits.input
    self.names = InternedNames(names.enumerated().map { ($1, $0) }, in: context)
    spaces = InternedNames(namespaces.map { ($0.address, $0.number) }, in: context)
  }

  private func stop(_ cause: any RefusalCause) {
    if fault == nil { fault = cause }
    xmlStopParser(context)
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> MarkupState? {
    pointer.map { Unmanaged<MarkupState>.fromOpaque($0).takeUnretainedValue() }
  }

  static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { parser, _, _, _ in MarkupState.at(parser)?.stop(MarkupFault.documentType) }
    handler.startElementNs = { parser, name, _, uri, namespaces, _, count, _, attributes in
      MarkupState.at(parser)?.start(name, uri, Int(namespaces), Int(count), attributes)
    }
    handler.endElementNs = { parser, _, _, _ in
      guard let state = MarkupState.at(parser), state.fault == nil else { return }
      state.depth &-= 1
      state.receiver.end()
    }
    // The same for both: else libxml2 looks whether white space can be ignored.
    handler.characters = { parser, text, count in
      guard let state = MarkupState.at(parser), state.fault == nil else { return }
      state.receiver.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { parser, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
        let state = MarkupState.at(parser), state.fault == nil
      else { return }
      state.log.add(error.pointee)
    }
    return handler
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ namespaces: Int, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard fault == nil else { return }
    depth &+= 1
    if depth > limits.depth { return stop(MarkupFault.tooDeep(limit: limits.depth)) }
    if namespaces + count > limits.attributes {
      return stop(MarkupFault.tooManyAttributes(limit: limits.attributes))
    }
    let tag = MarkupTag(
      name: names.number(of: name), namespace: spaces.number(of: uri), state: self, count: count,
      attributes: attributes, localName: name)
    if let cause = receiver.start(tag) { stop(cause) }
  }
}
