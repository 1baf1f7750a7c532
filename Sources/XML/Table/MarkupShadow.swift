/// The bytes of a text with every byte of a letter outside ASCII replaced by a tilde. Its markup is the same, at
/// the same offsets, and libxml2 reads it three times as fast: its quick paths stop at every other letter.
/// A tilde may stand in text and values but in no name, so that a name in other letters is an error here and
/// is left to the parse of the text itself.
enum MarkupShadow {
  static let tilde = UInt8(ascii: "~")

  /// Copies `text` into `shadow`, which has room for as much.
  static func cast(_ text: UnsafeBufferPointer<UInt8>, into shadow: UnsafeMutablePointer<UInt8>) {
    guard let bytes = text.baseAddress else { return }
    var index = 0
    while index &+ 8 <= text.count {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      let others = ((word & 0x8080_8080_8080_8080) >> 7) &* 0xFF
      let masked = (word & ~others) | (0x7E7E_7E7E_7E7E_7E7E & others)
      UnsafeMutableRawPointer(shadow + index).storeBytes(of: masked, as: UInt64.self)
      index &+= 8
    }
    while index < text.count {
      shadow[index] = bytes[index] < 0x80 ? bytes[index] : tilde
      index &+= 1
    }
  }

  /// Whether all letters outside ASCII are characters of XML (XML 1.0, 2.2) in well-formed UTF-8 (RFC 3629).
  static func isPossible(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = text.baseAddress else { return true }
    var index = 0
    let count = text.count
    @inline(__always) func continues(_ offset: Int) -> Bool {
      index &+ offset < count && bytes[index &+ offset] & 0xC0 == 0x80
    }
    while index < count {
      let lead = bytes[index]
      if lead < 0x80 {
        index &+= 1
        while index &+ 8 <= count {
          let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
          let high = word & 0x8080_8080_8080_8080
          if high == 0 {
            index &+= 8
          } else {
            index &+= high.littleEndian.trailingZeroBitCount >> 3
            break
          }
        }
        continue
      }
      switch lead {
      case 0xC2...0xDF:
        guard continues(1) else { return false }
        index &+= 2
      case 0xE0...0xEF:
        guard continues(1), continues(2) else { return false }
        let second = bytes[index &+ 1]
        if lead == 0xE0, second < 0xA0 { return false }
        // Surrogates, U+FFFE and U+FFFF are no characters.
        if lead == 0xED, second > 0x9F { return false }
        if lead == 0xEF, second == 0xBF, bytes[index &+ 2] >= 0xBE { return false }
        index &+= 3
      case 0xF0...0xF4:
        guard continues(1), continues(2), continues(3) else { return false }
        let second = bytes[index &+ 1]
        if lead == 0xF0, second < 0x90 { return false }
        if lead == 0xF4, second > 0x8F { return false }
        index &+= 4
      default: return false
      }
    }
    return true
  }
}
