import CLibXML2
import Glibc
import Source

/// Where the elements and attributes of a document stand in its text. Made only when a finding or
/// a refusal needs it: libxml2 keeps the line on which a start tag ends, and no columns.
package final class SourceMap: Sendable {
  package let source: SourceText
  private let offsets: [Int]
  private let lineStarts: [Int]
  /// How many scalars stand before each block of bytes; only where a line is long, so that its columns are
  /// not counted from its start for every finding.
  private let scalarsBefore: [Int]
  private static let block = 1_024

  package convenience init(_ source: SourceText) {
    self.init(source, offsets: source.startTagOffsets())
  }

  /// The map of a document whose start tags are known.
  package convenience init(_ document: DocumentTable) {
    self.init(document.source, offsets: document.tags)
  }

  private init(_ source: SourceText, offsets: [Int]) {
    self.source = source
    self.offsets = offsets
    var starts = [0]
    var longest = 0
    source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      // A line of a plan has about fifty bytes.
      starts.reserveCapacity(bytes.count / 40)
      var start = 0
      while let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start) {
        let next = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        longest = max(longest, next - start)
        start = next
        starts.append(start)
      }
      longest = max(longest, bytes.count - start)
    }
    lineStarts = starts
    scalarsBefore = longest > 8 * Self.block ? Self.scalars(in: source.bytes) : []
  }

  private static func scalars(in bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % block == 0 { result.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    result.append(count)
    return result
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    guard !scalarsBefore.isEmpty, end - start > Self.block else {
      return source.bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    }
    func before(_ offset: Int) -> Int {
      let block = offset / Self.block
      return scalarsBefore[block] + source.bytes[(block * Self.block)..<offset].count { $0 & 0xC0 != 0x80 }
    }
    return before(end) - before(start)
  }

  /// The text around an offset, within its line.
  /// - Parameters:
  ///   - most: Unicode scalars in all.
  ///   - before: how many of them may stand before the offset.
  package func excerpt(around offset: Int, most: Int = 110, before: Int = 60) -> (
    before: String, after: String
  ) {
    let bytes = source.bytes
    let place = min(max(offset, 0), bytes.count)
    let line = lineStarts.partitioningIndex { $0 > place } - 1
    var start = place
    var shown = 0
    while start > lineStarts[line], shown < before {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { shown += 1 }
    }
    var end = place
    while end < bytes.count, bytes[end] != 0x0A {
      if bytes[end] & 0xC0 != 0x80 {
        if shown == most { break }
        shown += 1
      }
      end += 1
    }
    if end > place, bytes[end - 1] == 0x0D, end == bytes.count || bytes[end] == 0x0A { end -= 1 }
    return (
      String(decoding: bytes[start..<place], as: UTF8.self),
      String(decoding: bytes[place..<end], as: UTF8.self)
    )
  }

  /// The position of the start tag of the `number`-th element in document order, from 0.
  package func position(ofElement number: Int) -> Position {
    guard offsets.indices.contains(number) else { return Position(line: 1, column: 1) }
    return position(at: offsets[number])
  }

  /// The position of the `scalar`-th character of the value of an attribute, as an editor shows
  /// it: references such as `&lt;` count as one character of the value.
  package func position(ofElement number: Int, attribute: String, scalar: Int) -> Position {
    guard let value = valueRange(ofAttribute: attribute, inElement: number) else {
      return position(ofElement: number)
    }
    return position(at: source.offset(ofScalar: scalar, inValueAt: value.lowerBound))
  }

  /// The offset of the `<` of the `number`-th element, or nil where there are not so many.
  package func offset(ofElement number: Int) -> Int? {
    offsets.indices.contains(number) ? offsets[number] : nil
  }

  /// The number of the last element that starts at or before an offset.
  package func element(at offset: Int) -> Int? {
    let after = offsets.partitioningIndex { $0 > offset }
    return after > 0 ? after - 1 : nil
  }

  /// The bytes of an attribute's value, without its quotes; nil where the element has no such attribute.
  package func valueRange(ofAttribute name: String, inElement number: Int) -> Range<Int>? {
    offset(ofElement: number).flatMap { source.attribute(name, inTagAt: $0)?.value }
  }

  /// The bytes of an attribute's name.
  package func nameRange(ofAttribute name: String, inElement number: Int) -> Range<Int>? {
    offset(ofElement: number).flatMap { source.attribute(name, inTagAt: $0)?.name }
  }

  /// The offset of the `scalar`-th character of an attribute's value.
  package func offset(ofScalar scalar: Int, inAttribute name: String, ofElement number: Int) -> Int? {
    valueRange(ofAttribute: name, inElement: number)
      .map { source.offset(ofScalar: scalar, inValueAt: $0.lowerBound) }
  }

  /// The offset just after the start tag of an element.
  package func contentOffset(ofElement number: Int) -> Int? {
    offset(ofElement: number).map { source.endOfTag(at: $0) }
  }

  /// The offset of one token of an attribute that lists several.
  package func offset(ofToken token: String, inAttribute name: String, ofElement number: Int) -> Int? {
    guard let value = valueRange(ofAttribute: name, inElement: number) else { return nil }
    let wanted = Array(token.utf8)
    return source.bytes[value].split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      .first { $0.elementsEqual(wanted) }?.startIndex ?? value.lowerBound
  }

  /// The bytes of an element from its start tag to the end of its end tag.
  package func range(ofElement number: Int) -> Range<Int>? {
    offset(ofElement: number).map { $0..<source.endOfElement(at: $0) }
  }

  /// How the text ends its lines.
  package var lineBreak: String { source.contains("\r\n") ? "\r\n" : "\n" }

  /// The spaces before an offset, back to the start of its line.
  package func indentation(at offset: Int) -> String {
    let line = lineStarts.partitioningIndex { $0 > offset } - 1
    return String(
      decoding: source.bytes[lineStarts[line]..<offset].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  /// A line of the text, from 1, without its line break.
  package func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] : source.bytes.count
    return String(
      decoding: source.bytes[start..<end].reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed(),
      as: UTF8.self)
  }

  /// The line and column of a byte, from 1; columns count Unicode scalars.
  package func position(at offset: Int) -> Position {
    let line = lineStarts.partitioningIndex { $0 > offset } - 1
    let end = min(max(offset, lineStarts[line]), source.bytes.count)
    return Position(line: line + 1, column: scalars(from: lineStarts[line], to: end) + 1)
  }
}

extension [Int] {
  /// The index of the first element for which `belongs` holds, by halving; they stand sorted.
  fileprivate func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SourceText {
  /// Where an attribute of a start tag is written.
  fileprivate func attribute(_ name: String, inTagAt tag: Int) -> (name: Range<Int>, value: Range<Int>)? {
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
      let written = start..<index
      while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "=") { index += 1 }
      guard index < bytes.count else { return nil }
      let quote = bytes[index]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      let value = index + 1
      index = value
      while index < bytes.count, bytes[index] != quote { index += 1 }
      if bytes[written].elementsEqual(wanted) { return (written, value..<index) }
      index += 1
    }
    return nil
  }

  /// The offset just after a start tag.
  fileprivate func endOfTag(at tag: Int) -> Int {
    var index = tag
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return index
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
  package func position(of element: Element) -> Position {
    SourceMap(source).position(ofElement: Node(element).elementNumber ?? 0)
  }
}
