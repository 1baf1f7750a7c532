import Source

/// JSON (RFC 8259) with members in the order in which they were written, so that the same report gives
/// the same bytes. Foundation's encoder would cost more start-up time than a whole check.
package indirect enum JSON {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  case array([JSON])
  case object([(String, JSON)])

  package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// The text, two spaces a level, ending in a line break.
  package func text() -> String {
    var result: [UInt8] = []
    write(to: &result, indent: 0)
    result.append(UInt8(ascii: "\n"))
    return String(decoding: result, as: UTF8.self)
  }

  /// The text on one line of UTF-8, without a line break: a row of NDJSON.
  package func line() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(128 << 10)
    write(to: &result, indent: nil)
    return result
  }

  /// - Parameter indent: spaces before a member, or nil for everything on one line.
  private func write(to result: inout [UInt8], indent: Int?) {
    switch self {
    case .string(let text): Self.write(text, to: &result)
    case .integer(let number): result.append(contentsOf: String(number).utf8)
    case .boolean(let value): result.append(contentsOf: (value ? "true" : "false").utf8)
    case .null: result.append(contentsOf: "null".utf8)
    case .array(let elements):
      Self.writeList("[", "]", elements.count, to: &result, indent: indent) { index, result, indent in
        elements[index].write(to: &result, indent: indent)
      }
    case .object(let members):
      Self.writeList("{", "}", members.count, to: &result, indent: indent) { index, result, indent in
        Self.write(members[index].0, to: &result)
        result.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        members[index].1.write(to: &result, indent: indent)
      }
    }
  }

  private static func writeList(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ count: Int, to result: inout [UInt8], indent: Int?,
    _ element: (Int, inout [UInt8], Int?) -> Void
  ) {
    result.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 2 }
    for index in 0..<count {
      if index > 0 { result.append(UInt8(ascii: ",")) }
      breakLine(inner, &result)
      element(index, &result, inner)
    }
    if count > 0 { breakLine(indent, &result) }
    result.append(UInt8(ascii: close))
  }

  private static func breakLine(_ indent: Int?, _ result: inout [UInt8]) {
    guard let indent else { return }
    result.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { result.append(UInt8(ascii: " ")) }
  }

  package static func write(_ text: String, to result: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      result.append(UInt8(ascii: "\""))
      var index = 0
      while true {
        let end = SafeText.endOfPlainInJSON(bytes, from: index)
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        // A string is well-formed UTF-8: where it goes on, a scalar begins.
        guard end < bytes.count else { break }
        var decoder = UTF8()
        var rest = bytes[end...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { break }
        write(scalar, to: &result)
        index = end + UTF8.width(scalar)
      }
      result.append(UInt8(ascii: "\""))
    }
  }

  /// Writes a string whose bytes need neither a look nor an escape.
  /// - Returns: false when they may, or when there are more than `limit` of them: then nothing is written.
  package static func writePlain(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, to result: inout [UInt8])
    -> Bool
  {
    guard bytes.count <= limit, SafeText.endOfPlainInJSON(bytes, from: 0) == bytes.count else { return false }
    result.append(UInt8(ascii: "\""))
    result.append(contentsOf: bytes)
    result.append(UInt8(ascii: "\""))
    return true
  }

  private static func write(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    switch scalar {
    case "\"": result.append(contentsOf: "\\\"".utf8)
    case "\\": result.append(contentsOf: "\\\\".utf8)
    case "\n": result.append(contentsOf: "\\n".utf8)
    case "\t": result.append(contentsOf: "\\t".utf8)
    case "\r": result.append(contentsOf: "\\r".utf8)
    case _ where Self.isInvisible(scalar):
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result.append(contentsOf: "\\u".utf8)
        result.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        result.append(contentsOf: digits.utf8)
      }
    default: result.append(contentsOf: String(scalar).utf8)
    }
  }

  /// Control characters and invisible formatting are written as escapes, so that nothing in the data can
  /// steer the terminal or editor that shows it.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // ASCII and the letters of Latin, with all of Vietnamese, need no look into the tables of Unicode.
    switch scalar.value {
    case 0x20...0x7E, 0xC0...0x2FF, 0x1E00...0x1FFF: return false
    default: break
    }
    return scalar.isSteering
  }
}
