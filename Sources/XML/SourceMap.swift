import CLibXML2

/// Where the elements and attributes of a document stand in its text. Made only when a finding or
/// a refusal needs it: libxml2 keeps the line on which a start tag ends, and no columns.
public struct SourceMap: Sendable {
  public let source: SourceText
  private let offsets: [Int]
  private let lineStarts: [Int]

  public init(_ source: SourceText) {
    self.source = source
    offsets = source.startTagOffsets()
    var starts = [0]
    for (index, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The position of the start tag of the `number`-th element in document order, from 0.
  public func position(ofElement number: Int) -> Position {
    guard offsets.indices.contains(number) else { return Position(line: 1, column: 1) }
    return position(at: offsets[number])
  }

  /// The position of the `scalar`-th character of the value of an attribute, as an editor shows
  /// it: references such as `&lt;` count as one character of the value.
  public func position(ofElement number: Int, attribute: String, scalar: Int) -> Position {
    guard offsets.indices.contains(number),
      let start = source.valueOffset(ofAttribute: attribute, inTagAt: offsets[number])
    else { return position(ofElement: number) }
    return position(at: source.offset(ofScalar: scalar, inValueAt: start))
  }

  private func position(at offset: Int) -> Position {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = source.bytes[lineStarts[low]..<min(offset, source.bytes.count)].reduce(into: 1) {
      count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return Position(line: low + 1, column: column)
  }
}

extension SourceText {
  /// The offset of the first byte of an attribute's value, after its quote.
  fileprivate func valueOffset(ofAttribute name: String, inTagAt tag: Int) -> Int? {
    let wanted = Array(name.utf8)
    var index = tag
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
    while index < bytes.count {
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { return nil }
      let start = index
      while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "="),
        bytes[index] != UInt8(ascii: ">")
      { index += 1 }
      let found = bytes[start..<index].elementsEqual(wanted)
      while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "=") { index += 1 }
      guard index < bytes.count else { return nil }
      let quote = bytes[index]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      if found { return index + 1 }
      index += 1
      while index < bytes.count, bytes[index] != quote { index += 1 }
      index += 1
    }
    return nil
  }

  /// The offset of a character of a value: a reference stands for one, as does a line break of
  /// two bytes.
  fileprivate func offset(ofScalar scalar: Int, inValueAt start: Int) -> Int {
    var index = start
    for _ in 0..<scalar where index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        while index < bytes.count, bytes[index] != UInt8(ascii: ";") { index += 1 }
        index += 1
      } else if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        index += 2
      } else {
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      }
    }
    return index
  }
}

extension Document {
  /// The line and column of an element's start tag. Costs a walk; for refusals, not for loops.
  public func position(of element: Element) -> Position {
    SourceMap(source).position(ofElement: Node(element).elementNumber ?? 0)
  }
}
