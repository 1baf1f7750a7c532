/// The bytes of a text with every byte of a letter outside ASCII replaced by a tilde. Its markup is the same, at
/// the same offsets, and libxml2 reads it three times as fast: its quick paths stop at every other letter.
/// A tilde may stand in text and values but in no name, so that a name in other letters is an error here and
/// is left to the parse of the text itself.
enum MarkupShadow {
  static let tilde = UInt8(ascii: "~")

  /// Copies `text` into `shadow`, which has room for as much.
  /// - Returns: whether all letters outside ASCII are characters of XML (XML 1.0, 2.2) in well-formed UTF-8
  ///   (RFC 3629).
  static func cast(_ text: UnsafeBufferPointer<UInt8>, into shadow: UnsafeMutablePointer<UInt8>) -> Bool {
    guard let bytes = text.baseAddress else { return true }
    // Eight bytes at once; the high bit of each byte of a mask says whether something holds for that byte.
    let high: UInt64 = 0x8080_8080_8080_8080
    let tildes: UInt64 = 0x7E7E_7E7E_7E7E_7E7E
    var (leads, longLeads) = (UInt64(0), UInt64(0))
    var (wrong, rare) = (UInt64(0), UInt64(0))
    var index = 0
    while index &+ 8 <= text.count {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self).littleEndian
      let others = word & high
      let spread = (others >> 7) &* 0xFF
      UnsafeMutableRawPointer(shadow + index).storeBytes(
        of: ((word & ~spread) | (tildes & spread)).littleEndian, as: UInt64.self)
      index &+= 8
      if others | leads | longLeads == 0 { continue }
      // Of the bytes with a high bit: those from a bound on.
      let rest = word & ~high
      @inline(__always) func from(_ bound: UInt64) -> UInt64 {
        (rest &+ (0x80 &- (bound & 0x7F)) &* 0x0101_0101_0101_0101) & others
      }
      let (fromC0, fromE0) = (from(0xC0), from(0xE0))
      // A byte continues a letter just where a lead before it asks for that.
      let asked = fromC0 << 8 | leads >> 56 | fromE0 << 16 | longLeads >> 48
      wrong |= (others & ~fromC0) ^ asked
      // Letters of four bytes and those that can be written wrongly are for the slow look.
      rare |= (fromC0 & ~from(0xC2)) | (fromE0 & ~from(0xE1)) | from(0xED)
      (leads, longLeads) = (fromC0, fromE0)
    }
    var isSure = wrong | rare | leads | longLeads == 0
    while index < text.count {
      shadow[index] = bytes[index] < 0x80 ? bytes[index] : tilde
      isSure = isSure && bytes[index] < 0x80
      index &+= 1
    }
    return isSure || isPossible(text)
  }

  /// The slow look, letter by letter.
  private static func isPossible(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func continues(_ offset: Int) -> Bool {
      index + offset < text.count && text[index + offset] & 0xC0 == 0x80
    }
    while index < text.count {
      let lead = text[index]
      switch lead {
      case ..<0x80: index += 1
      case 0xC2...0xDF:
        guard continues(1) else { return false }
        index += 2
      case 0xE0...0xEF:
        guard continues(1), continues(2) else { return false }
        let second = text[index + 1]
        if lead == 0xE0, second < 0xA0 { return false }
        // Surrogates, U+FFFE and U+FFFF are no characters.
        if lead == 0xED, second > 0x9F { return false }
        if lead == 0xEF, second == 0xBF, text[index + 2] >= 0xBE { return false }
        index += 3
      case 0xF0...0xF4:
        guard continues(1), continues(2), continues(3) else { return false }
        let second = text[index + 1]
        if lead == 0xF0, second < 0x90 { return false }
        if lead == 0xF4, second > 0x8F { return false }
        index += 4
      default: return false
      }
    }
    return true
  }
}
