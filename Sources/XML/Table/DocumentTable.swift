import Source

/// A valid document as a table: an element a row, in document order, with the places of its values in the
/// text. Immutable, a few words an element, and without any string until somebody asks for one.
package final class DocumentTable: Sendable {
  /// The bytes of one value.
  @usableFromInline
  package struct Span: Sendable {
    /// Set in the start of a span whose bytes are in `further`.
    @usableFromInline static let elsewhere: UInt32 = 1 << 31

    @usableFromInline let start: UInt32
    @usableFromInline package let count: UInt32

    private init(start: UInt32, count: UInt32) {
      self.start = start
      self.count = count
    }

    package static let none = Span(start: 0, count: 0)

    /// The end of a span of the source; nil where the bytes are elsewhere.
    var endInSource: Int? { start & Self.elsewhere == 0 ? Int(start + count) : nil }

    /// The end of a span of `further`; nil where the bytes are in the source.
    var endElsewhere: Int? { start & Self.elsewhere == 0 ? nil : Int(start & ~Self.elsewhere) + Int(count) }

    var offset: Int { Int(start & ~Self.elsewhere) }

    static func inSource(_ start: Int, _ count: Int) -> Span {
      Span(start: UInt32(start), count: UInt32(count))
    }

    static func further(_ start: Int, _ count: Int) -> Span {
      Span(start: UInt32(start) | elsewhere, count: UInt32(count))
    }
  }

  struct Row: Sendable {
    let name: UInt16
    var attributeCount: UInt16
    /// Its number among the elements of its name under one parent, from 1.
    let position: Int32
    let parent: Int32
    /// The sibling before it, -1 for a first child.
    let previous: Int32
    /// The row after its last descendant.
    var end: Int32
    let firstAttribute: Int32
    var text: Span
  }

  struct AttributeRow: Sendable {
    let name: UInt16
    let value: Span
  }

  package let source: SourceText
  let grammar: Grammar
  let rows: [Row]
  let attributes: [AttributeRow]
  /// Values that do not stand in the source as they are: with references, or with white space to collapse.
  @usableFromInline let further: [UInt8]
  /// Rows that carry a symbol, symbol by symbol, each in document order.
  let carriers: [Int32]
  /// Where the rows of each symbol begin in `carriers`; one more for their end.
  let symbolStarts: [Int32]
  /// Offsets of the start tags, row by row.
  let tags: [Int]

  init(
    source: SourceText, grammar: Grammar, rows: [Row], attributes: [AttributeRow], further: [UInt8],
    carriers: [Int32], symbolStarts: [Int32], tags: [Int]
  ) {
    self.source = source
    self.grammar = grammar
    self.rows = rows
    self.attributes = attributes
    self.further = further
    self.carriers = carriers
    self.symbolStarts = symbolStarts
    self.tags = tags
  }
}

extension DocumentTable {
  package var count: Int { rows.count }

  /// The local name of an element.
  package func name(of row: Int) -> String { grammar.names[Int(rows[row].name)] }

  /// Whether an element is called so; `number` comes from `number(ofName:)`.
  package func isNamed(_ number: UInt16, row: Int) -> Bool { rows[row].name == number }

  /// The number of a local name, nil where the schema knows no such name.
  package func number(ofName name: String) -> UInt16? { grammar.number(of: name) }

  /// The row of the parent, nil for the root.
  package func parent(of row: Int) -> Int? { rows[row].parent < 0 ? nil : Int(rows[row].parent) }

  package func position(of row: Int) -> Int { Int(rows[row].position) }

  /// The row after the last descendant.
  package func end(of row: Int) -> Int { Int(rows[row].end) }

  package func hasChildren(_ row: Int) -> Bool { Int(rows[row].end) > row + 1 }

  /// The text of an element without child elements, white space collapsed as `xs:token` has it.
  package func text(of row: Int) -> Span { rows[row].text }

  package func attributes(of row: Int) -> Range<Int> {
    let first = Int(rows[row].firstAttribute)
    return first..<first + Int(rows[row].attributeCount)
  }

  package func attributeName(_ index: Int) -> String { grammar.names[Int(attributes[index].name)] }

  /// The value of an attribute, white space collapsed: every type of the schema has it so.
  package func value(ofAttribute index: Int) -> Span { attributes[index].value }

  package func string(_ span: Span) -> String {
    if span.count == 0 { return "" }
    return withBytes(of: span) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of a value.
  @inlinable
  package func withBytes<Result>(of span: Span, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let isElsewhere = span.start & Span.elsewhere != 0
    let start = Int(span.start & ~Span.elsewhere)
    return (isElsewhere ? further : source.bytes).withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<start + Int(span.count)]))
    }
  }

  /// The bytes of values, for a walk over many; valid only inside `withValues`.
  @usableFromInline
  package struct Values {
    @usableFromInline let source: UnsafeBufferPointer<UInt8>
    @usableFromInline let further: UnsafeBufferPointer<UInt8>

    @usableFromInline
    init(source: UnsafeBufferPointer<UInt8>, further: UnsafeBufferPointer<UInt8>) {
      self.source = source
      self.further = further
    }

    @inlinable
    package subscript(span: Span) -> UnsafeBufferPointer<UInt8> {
      let start = Int(span.start & ~Span.elsewhere)
      let all = span.start & Span.elsewhere != 0 ? further : source
      return UnsafeBufferPointer(rebasing: all[start..<start + Int(span.count)])
    }
  }

  /// Calls `body` with the bytes of all values.
  @inlinable
  package func withValues<Result>(_ body: (Values) -> Result) -> Result {
    source.bytes.withUnsafeBufferPointer { source in
      further.withUnsafeBufferPointer { body(Values(source: source, further: $0)) }
    }
  }

  /// The elements with an attribute whose type lists `value`, in document order.
  /// - Parameter list: the name of the simple type.
  package func rows(with value: String, of list: String) -> ArraySlice<Int32> {
    guard let symbol = grammar.symbol(value, of: list) else { return [] }
    return carriers[Int(symbolStarts[symbol])..<Int(symbolStarts[symbol + 1])]
  }
}
