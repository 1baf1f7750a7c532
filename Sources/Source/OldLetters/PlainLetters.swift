/// Vietnamese letters without their marks, in small ASCII: for words that are looked for whatever way they are
/// written. `Cộng hoà` and `CỘNG HÒA`, composed or not, are one; so are words that only a mark tells apart, which is
/// for the caller to know.
package enum PlainLetters {
  /// Words of letters and digits with single blanks between them; every other sign parts words.
  package static func words(_ text: some StringProtocol) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isMark(scalar.value) { continue }
      if let letter = letter(scalar) {
        result.append(letter)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// Nil for what is neither a letter nor a digit.
  package static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(value) {
      case 0x30...0x39, 0x61...0x7A: return UInt8(value)
      case 0x41...0x5A: return UInt8(value) | 0x20
      default: return nil
      }
    }
    if let known = table[scalar] { return known }
    // Letters of other languages part no word.
    return scalar.properties.isAlphabetic ? UInt8(ascii: "?") : nil
  }

  /// A combining mark.
  package static func isMark(_ value: UInt32) -> Bool { (0x300...0x36F).contains(value) }

  private static let table: [Unicode.Scalar: UInt8] = {
    var table: [Unicode.Scalar: UInt8] = [:]
    let bases: [Unicode.Scalar: UInt8] = [
      "a": 0x61, "ă": 0x61, "â": 0x61, "e": 0x65, "ê": 0x65, "i": 0x69, "o": 0x6F, "ô": 0x6F, "ơ": 0x6F,
      "u": 0x75,
      "ư": 0x75, "y": 0x79,
    ]
    for row in VietnameseSyllable.tones {
      for scalar in row {
        guard let base = bases[row[0]] else { continue }
        table[scalar] = base
        for capital in scalar.properties.uppercaseMapping.unicodeScalars { table[capital] = base }
      }
    }
    table["đ"] = UInt8(ascii: "d")
    table["Đ"] = UInt8(ascii: "d")
    return table
  }()
}
