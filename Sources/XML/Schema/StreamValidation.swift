import CLibXML2
import Source

/// Validates a text without building its tree. A tree takes eight bytes for each byte of the text, so that a huge
/// text that is refused in the end would cost half a gigabyte for nothing.
struct StreamValidation {
  /// Texts from this size on are looked at this way first.
  static let threshold = 4 << 20

  /// What the events tell, at one address for one parse.
  fileprivate struct State {
    /// Numbers of the elements that are open, the root first.
    var open: [Int] = []
    var count = 0
    /// The element that the last event is about, and so what the validator says of the event.
    var current = 0
    var root: (name: String, namespace: String?)?
    let log = ErrorLog()
    /// The elements of the violations.
    var places: [Int] = []
  }

  private let text: SourceText
  private let tags: [Int]

  /// - Parameter tags: the offsets of the start tags of `text`.
  init(_ text: SourceText, tags: [Int]) {
    self.text = text
    self.tags = tags
  }

  /// Why the text is no valid document, as `Document` and `Schema.validate` would say it; nil when it is one, or
  /// when only a tree can tell where the fault is.
  func refusal(by schema: Schema) -> Refusal? {
    if let malformed = refusal(validating: nil) { return malformed }
    return refusal(validating: schema)
  }

  private func refusal(validating schema: Schema?) -> Refusal? {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    defer {
      state.deinitialize(count: 1)
      state.deallocate()
    }
    let status = parse(into: state, validating: schema)
    guard let schema else {
      return state.pointee.log.count > 0 || status != 0
        ? Document.refusal(for: state.pointee.log.errors, in: text) : nil
    }
    if let root = state.pointee.root, let wrong = schema.wrongRoot(root.name, root.namespace) {
      return text.refusal(at: tags.first, wrong)
    }
    var found: [(position: Position?, violation: SchemaViolation)] = []
    for (error, place) in zip(state.pointee.log.errors, state.pointee.places) {
      let violation = SchemaViolation(error).naming(schema.types)
      // A reference is followed when the whole text was read; then only a tree knows where it stood.
      guard violation.kind != .danglingReference, tags.indices.contains(place) else { return nil }
      found.append((text.position(at: tags[place]), violation))
    }
    return Schema.refusal(of: found, in: text)
  }

  /// - Returns: libxml2's status of the parse, or -1 where it could not begin.
  private func parse(into state: UnsafeMutablePointer<State>, validating schema: Schema?) -> Int32 {
    guard let context = xmlNewParserCtxt() else { return -1 }
    defer { xmlFreeParserCtxt(context) }
    xmlCtxtUseOptions(context, Int32(Library.options))
    context.pointee.userData = UnsafeMutableRawPointer(state)
    context.pointee.sax.pointee = Self.handler()
    let input = text.bytes.withUnsafeBytes {
      xmlParserInputBufferCreateMem(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), XML_CHAR_ENCODING_NONE)
    }
    guard let input, let stream = xmlNewIOInputStream(context, input, XML_CHAR_ENCODING_NONE),
      inputPush(context, stream) >= 0
    else { return -1 }
    guard let schema else { return xmlParseDocument(context) }
    return schema.withStreamContext { validation in
      xmlSchemaSetValidStructuredErrors(
        validation,
        { state, error in
          guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
          StreamValidation.state(state)?.pointee.add(error.pointee)
        }, UnsafeMutableRawPointer(state))
      let plug = xmlSchemaSAXPlug(validation, &context.pointee.sax, &context.pointee.userData)
      defer { xmlSchemaSAXUnplug(plug) }
      return plug == nil ? -1 : xmlParseDocument(context)
    }
  }

  private static func state(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
    pointer?.assumingMemoryBound(to: State.self)
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { state, name, _, uri, _, _, _, _, _ in
      StreamValidation.state(state)?.pointee.start(name, uri)
    }
    handler.endElementNs = { state, _, _, _ in StreamValidation.state(state)?.pointee.end() }
    handler.characters = { state, _, _ in StreamValidation.state(state)?.pointee.text() }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { state, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      StreamValidation.state(state)?.pointee.add(error.pointee)
    }
    return handler
  }
}

extension StreamValidation.State {
  fileprivate mutating func start(_ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?) {
    if root == nil { root = (name.map { String(cString: $0) } ?? "", uri.map { String(cString: $0) }) }
    current = count
    open.append(count)
    count += 1
  }

  fileprivate mutating func text() { current = open.last ?? 0 }

  fileprivate mutating func end() { current = open.popLast() ?? 0 }

  fileprivate mutating func add(_ error: xmlError) {
    if places.count < 50 { places.append(current) }
    log.add(error)
  }
}
