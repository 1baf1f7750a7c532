/// Text of plans, files and catalogues as it may be shown: made safe for whoever shows it.
package enum SafeText {
  /// At most `limit` characters, without anything that could steer a terminal or reorder text.
  package static func of(_ text: String, limit: Int = 160) -> String {
    // No character is shorter than a byte.
    if text.utf8.count <= limit { return harmless(text) }
    // A character may carry any number of marks: bound the scalars too.
    let bounded =
      text.unicodeScalars.count <= limit * 4
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit * 4)))
    let safe = harmless(bounded)
    return safe.count <= limit ? safe : String(safe.prefix(limit - 1)) + "…"
  }

  /// The same for text of several lines, which stay lines, with the tabs that indent them.
  package static func harmlessLines(_ text: String) -> String {
    if isPlainInLines(text) { return text }
    func harmlessPieces(_ text: Substring) -> String {
      text.split(separator: "\t", omittingEmptySubsequences: false).map { harmless(String($0)) }
        .joined(separator: "\t")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(harmlessPieces)
      .joined(separator: "\n")
  }

  /// Plain but for line breaks and tabs.
  private static func isPlainInLines(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while true {
        let end = endOfPlain(bytes, from: start, by: needsNoLook)
        if end == bytes.count { return true }
        // A carriage return before it would be one character with a line break.
        guard bytes[end] == 0x0A || bytes[end] == 0x09 else { return false }
        start = end + 1
      }
    }
  }

  /// Replaces control characters and invisible formatting (Unicode categories Cc and Cf), among them
  /// terminal escapes and marks that turn the direction of writing.
  package static func harmless(_ text: String) -> String {
    if isPlain(text) { return text }
    guard text.unicodeScalars.contains(where: \.isSteering) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar.isSteering ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// Whether the bytes alone tell that nothing is harmful: printable ASCII, and the blocks in which Vietnamese
  /// is written (see `JSON`).
  package static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isPlain($0) }
  }

  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    endOfPlain(bytes, from: 0, by: needsNoLook) == bytes.count
  }

  /// Where the bytes end that a string of JSON can hold as they are: plain ones without quotation marks and
  /// backslashes.
  package static func endOfPlainInJSON(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    endOfPlain(bytes, from: start, by: needsNoEscape)
  }

  private static func endOfPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, by table: [Bool]
  ) -> Int {
    table.withUnsafeBufferPointer { table in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if table[Int(byte)] {
          index &+= 1
          continue
        }
        // U+1000 to U+1FFF but for U+1800 to U+183F, which has a format character; U+2010 to U+2027: dashes,
        // quotation marks, the ellipsis. A text is UTF-8: its lead bytes have what follows them.
        switch byte {
        case 0xE1 where bytes[index &+ 1] != 0xA0: index &+= 3
        case 0xE2 where bytes[index &+ 1] == 0x80 && (0x90...0xA7).contains(bytes[index &+ 2]): index &+= 3
        default: return index
        }
      }
      return index
    }
  }

  private static let needsNoEscape = needsNoLook.enumerated().map { byte, needsNone in
    needsNone && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Bytes that stand in no harmful character: printable ASCII, continuation bytes, and the lead bytes of
  /// U+00C0–U+05BF. A test goes through all of Unicode.
  private static let needsNoLook: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x20...0x7E, 0x80...0xBF, 0xC3...0xD6: true
    default: false
    }
  }
}
