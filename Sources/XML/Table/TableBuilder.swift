import Glibc
import Source

/// Follows a document element by element, checks it against a grammar and writes down its rows. It accepts
/// only what it is sure of: whatever else comes makes it unsure, and libxml2 decides.
struct TableBuilder {
  private struct Frame {
    let row: Int32
    let type: Int32
    /// Of a sequence: the particle that the last child matched, and whether it did.
    var particle: Int32
    var isMatched: Bool
    /// Of a bag: what was there.
    var seen: UInt64 = 0
    var lastChild: Int32 = -1
    /// Whether text has begun.
    var hasText = false
  }

  let grammar: Grammar
  /// Whether the document is known to be valid: then nothing is checked, only written down.
  private let isTrusting: Bool
  private(set) var isUnsure = false
  private var rows: [DocumentTable.Row] = []
  private var tags: [Int] = []
  private var attributes: [DocumentTable.AttributeRow] = []
  private var further: [UInt8] = []
  private var carried: [(symbol: Int32, row: Int32)] = []
  private var frames: [Frame] = []
  private var keys: KeyCheck
  private var seenAttributes: UInt64 = 0
  /// The bytes of the document; they outlive its building.
  private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  init(_ grammar: Grammar, isTrusting: Bool = false) {
    self.grammar = grammar
    self.isTrusting = isTrusting
    keys = KeyCheck(grammar)
  }

  /// Begins another document, in the memory of the last one.
  /// - Parameter source: its bytes, which must stay where they are until `finish` or the next `restart`.
  mutating func restart(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    isUnsure = false
    // A huge document leaves no lasting mark.
    let keeps = rows.capacity < 1 << 14 && further.capacity < 1 << 20
    rows.removeAll(keepingCapacity: keeps)
    tags.removeAll(keepingCapacity: keeps)
    attributes.removeAll(keepingCapacity: keeps)
    further.removeAll(keepingCapacity: keeps)
    carried.removeAll(keepingCapacity: keeps)
    frames.removeAll(keepingCapacity: true)
    keys.restart()
  }

  /// Leaves the document to libxml2.
  mutating func doubt() { isUnsure = true }

  // MARK: Elements

  /// How many elements are open.
  var depth: Int { frames.count }

  /// - Parameter offset: where its start tag begins in the source.
  mutating func startElement(_ name: UInt16, at offset: Int) {
    let row = Int32(rows.count)
    var (parent, previous) = (Int32(-1), Int32(-1))
    var type = grammar.root.type
    if frames.isEmpty {
      if name != grammar.root.name || row > 0 { isUnsure = true }
    } else {
      let top = frames.count - 1
      guard let found = Self.child(name, of: &frames[top], grammar, isTrusting) else {
        isUnsure = true
        return
      }
      type = found
      parent = frames[top].row
      previous = frames[top].lastChild
      frames[top].lastChild = row
    }
    tags.append(offset)
    rows.append(
      DocumentTable.Row(
        name: name, attributeCount: 0, position: position(of: name, after: previous), parent: parent,
        previous: previous, end: row + 1, firstAttribute: Int32(attributes.count), text: .none))
    frames.append(
      Frame(
        row: row, type: type, particle: Int32(grammar.types[Int(type)].particles.lowerBound), isMatched: false
      ))
    seenAttributes = 0
  }

  /// The walk back ends at the last element of the name: all walks together pass each element once a name.
  private func position(of name: UInt16, after previous: Int32) -> Int32 {
    var sibling = previous
    while sibling >= 0 {
      if rows[Int(sibling)].name == name { return rows[Int(sibling)].position + 1 }
      sibling = rows[Int(sibling)].previous
    }
    return 1
  }

  /// The type of a child, if one of this name may come next.
  private static func child(
    _ name: UInt16, of frame: inout Frame, _ grammar: Grammar, _ isTrusting: Bool
  ) -> Int32? {
    let type = grammar.types[Int(frame.type)]
    switch type.content {
    case .empty, .text: return nil
    case .sequence:
      var index = Int(frame.particle)
      while index < type.particles.upperBound {
        let particle = grammar.particles[index]
        if particle.name == name {
          guard particle.repeats || !frame.isMatched else { return nil }
          frame.particle = Int32(index)
          frame.isMatched = true
          return particle.type
        }
        guard frame.isMatched || !particle.isRequired || isTrusting else { return nil }
        index += 1
        frame.isMatched = false
      }
      return nil
    case .bag:
      for index in type.particles where grammar.particles[index].name == name {
        let bit: UInt64 = 1 << UInt64(index - type.particles.lowerBound)
        guard frame.seen & bit == 0 else { return nil }
        frame.seen |= bit
        return grammar.particles[index].type
      }
      return nil
    }
  }

  /// Ends the attributes of a start tag.
  mutating func endAttributes() {
    guard !isTrusting, let frame = frames.last else { return }
    let required = grammar.types[Int(frame.type)].required
    if seenAttributes & required != required { isUnsure = true }
    let name = rows[Int(frame.row)].name
    // Selected are grandchildren of the root.
    if grammar.isSelected[Int(name)], frames.count == 3 {
      let first = Int(rows[Int(frame.row)].firstAttribute)
      let isWhole = keys.collect(name, in: rows[Int(frames[1].row)].name, attributes[first...])
      if !isWhole { isUnsure = true }
    }
  }

  mutating func endElement() {
    guard let frame = frames.popLast() else { return }
    let row = Int(frame.row)
    rows[row].end = Int32(rows.count)
    let type = grammar.types[Int(frame.type)]
    switch type.content {
    case .empty: break
    case .text(let value):
      rows[row].text = collapsed(rows[row].text)
      if case .unsure = answer(of: value, for: rows[row].text), !isTrusting { isUnsure = true }
    case .sequence:
      var isSatisfied = frame.isMatched
      for index in Int(frame.particle)..<type.particles.upperBound {
        if grammar.particles[index].isRequired, !isSatisfied { isUnsure = true }
        isSatisfied = false
      }
    case .bag:
      for index in type.particles where grammar.particles[index].isRequired {
        if frame.seen & 1 << UInt64(index - type.particles.lowerBound) == 0 { isUnsure = true }
      }
    }
  }

  // MARK: Values

  /// - Parameters:
  ///   - bytes: the value after the parser's own normalization.
  ///   - offset: where it stands in the source, if it stands there as it is.
  mutating func attribute(_ name: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int?) {
    guard let frame = frames.last else { return }
    let uses = grammar.types[Int(frame.type)].attributes
    guard let use = uses.first(where: { grammar.attributes[$0].name == name }) else {
      isUnsure = true
      return
    }
    seenAttributes |= 1 << UInt64(use - uses.lowerBound)
    let type = Int(grammar.attributes[use].value)
    var span = self.span(bytes, at: offset)
    var found = grammar.values[type].answer(bytes)
    if WhiteSpace.needsCollapsing(bytes) {
      span = collapsed(bytes, in: span)
      found = answer(of: Int32(type), for: span)
    }
    switch found {
    case .accepted: break
    case .symbol(let symbol): carried.append((Int32(symbol), frame.row))
    case .symbols: listSymbols(in: span, of: grammar.values[type], row: frame.row)
    case .unsure: if !isTrusting { isUnsure = true }
    }
    attributes.append(DocumentTable.AttributeRow(name: name, value: span))
    rows[Int(frame.row)].attributeCount += 1
  }

  /// - Parameter offset: where the piece stands in the source, if it stands there as it is.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int?) {
    guard let top = frames.indices.last else { return }
    let type = grammar.types[Int(frames[top].type)]
    switch type.content {
    case .text:
      let row = Int(frames[top].row)
      if !frames[top].hasText {
        frames[top].hasText = true
        rows[row].text = span(bytes, at: offset)
      } else if let offset, rows[row].text.endInSource == offset {
        let text = rows[row].text
        rows[row].text = .inSource(offset - Int(text.count), Int(text.count) + bytes.count)
      } else {
        rows[row].text = joined(rows[row].text, bytes)
      }
    case .empty: if !isTrusting { isUnsure = true }
    case .sequence, .bag: if !isTrusting, !bytes.allSatisfy(WhiteSpace.contains) { isUnsure = true }
    }
  }

  private func answer(of type: Int32, for span: DocumentTable.Span) -> ValueType.Answer {
    withBytes(of: span) { grammar.values[Int(type)].answer($0) }
  }

  private mutating func listSymbols(in span: DocumentTable.Span, of type: ValueType, row: Int32) {
    guard case .list(let enumeration) = type.kind else { return }
    let found = withBytes(of: span) { bytes in
      bytes.split(separator: 0x20).map { enumeration.symbol(UnsafeBufferPointer(rebasing: $0)) }
    }
    for symbol in found {
      guard let symbol else {
        isUnsure = true
        return
      }
      // A topic named twice is one topic.
      let isKnown = carried.reversed().prefix { $0.row == row }.contains { $0.symbol == symbol }
      if !isKnown { carried.append((Int32(symbol), row)) }
    }
  }

  private mutating func span(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int?) -> DocumentTable.Span {
    if let offset { return .inSource(offset, bytes.count) }
    further.append(contentsOf: bytes)
    return .further(further.count - bytes.count, bytes.count)
  }

  private mutating func collapsed(_ span: DocumentTable.Span) -> DocumentTable.Span {
    guard withBytes(of: span, WhiteSpace.needsCollapsing) else { return span }
    return withBytes(of: span) { Array($0) }.withUnsafeBufferPointer { collapsed($0, in: span) }
  }

  private mutating func collapsed(
    _ bytes: UnsafeBufferPointer<UInt8>, in span: DocumentTable.Span
  ) -> DocumentTable.Span {
    let start = further.count
    for word in bytes.split(whereSeparator: WhiteSpace.contains) {
      if further.count > start { further.append(0x20) }
      further.append(contentsOf: word)
    }
    return .further(start, further.count - start)
  }

  private mutating func joined(
    _ span: DocumentTable.Span, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> DocumentTable.Span {
    // Pieces of one text follow one another in `further`, so that long texts in many pieces stay linear.
    let isLast = span.endElsewhere == further.count
    let start = isLast ? further.count - Int(span.count) : further.count
    if !isLast { further.append(contentsOf: withBytes(of: span) { Array($0) }) }
    further.append(contentsOf: bytes)
    return .further(start, further.count - start)
  }

  private func withBytes<Result>(
    of span: DocumentTable.Span, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    func part(_ all: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: all[span.offset..<span.offset + Int(span.count)])
    }
    if span.endInSource != nil { return body(part(source)) }
    return further.withUnsafeBufferPointer { body(part($0)) }
  }

  // MARK: The table

  private var keysHold: Bool {
    further.withUnsafeBufferPointer { further in
      keys.hold { span in
        let all = span.endInSource != nil ? source : further
        return UnsafeBufferPointer(rebasing: all[span.offset..<span.offset + Int(span.count)])
      }
    }
  }

  /// The table of the document, nil when it is not surely valid.
  mutating func finish(_ text: SourceText) -> DocumentTable? {
    guard !isUnsure, frames.isEmpty, !rows.isEmpty, isTrusting || keysHold else { return nil }
    // Counted, then put in their places: symbols are few and carriers come in document order.
    var starts = [Int32](repeating: 0, count: grammar.symbols.count + 1)
    for carrier in carried { starts[Int(carrier.symbol) + 1] += 1 }
    for symbol in 1..<starts.count { starts[symbol] += starts[symbol - 1] }
    var next = starts
    var carriers = [Int32](repeating: 0, count: carried.count)
    for carrier in carried {
      carriers[Int(next[Int(carrier.symbol)])] = carrier.row
      next[Int(carrier.symbol)] += 1
    }
    return DocumentTable(
      source: text, grammar: grammar, rows: Array(rows[...]), attributes: Array(attributes[...]),
      further: Array(further[...]), carriers: carriers, symbolStarts: starts, tags: Array(tags[...]))
  }
}
