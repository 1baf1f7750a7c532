/// The bytes of one document as UTF-8, with the name its user gave it.
package final class SourceText: Sendable {
  package let name: String
  /// UTF-8 without a byte-order mark.
  package let bytes: [UInt8]
  /// The bytes as they were stored, for digests; the same as `bytes` unless the file was UTF-16 or had a mark.
  package let stored: [UInt8]

  /// - Throws: `Refusal` when the bytes are empty or their encoding is broken or contradictory.
  package init(name: String, stored: [UInt8]) throws(Refusal) {
    self.name = name
    self.stored = stored
    self.bytes = try Encoding.utf8(stored, name: name)
  }

  /// The line and column of the byte at `offset`.
  package func position(at offset: Int) -> Position {
    var line = 1
    var lineStart = 0
    let end = min(offset, bytes.count)
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return Position(line: line, column: columns(from: lineStart, to: end) + 1)
  }

  /// Unicode scalars between two offsets.
  func columns(from start: Int, to end: Int) -> Int {
    bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }

  package func refusal(at offset: Int?, _ cause: any RefusalCause) -> Refusal {
    Refusal(source: name, position: offset.map(position(at:)), cause: cause)
  }
}
