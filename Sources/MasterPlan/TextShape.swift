/// How many letters and digits a text has, by a look at its bytes. Nearly all words of plans are Vietnamese,
/// whose letters stand in few blocks of Unicode; where a text holds anything else the look gives up, and the
/// caller counts characters by the book.
struct TextShape {
  private(set) var letters = 0
  private(set) var digits = 0
  /// How many of the first letters and digits are noted.
  static let places = 8
  /// The first eight letters and digits, a byte each from the lowest: small ASCII, or 0 for any other letter and
  /// for one that carries a mark, so that composed and decomposed letters are one.
  private var beginning: UInt64 = 0

  /// Nil where the bytes alone do not tell.
  /// - Parameter enough: letters and digits after which counting may stop, once two letters are among them.
  init?(_ text: String, enough: Int) {
    var copy = text
    guard let shape = copy.withUTF8({ TextShape($0, enough: enough) }) else { return nil }
    self = shape
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>, enough: Int) {
    var index = 0
    while index < bytes.count, letters + digits <= enough || letters < 2 {
      guard let width = count(bytes, at: index) else { return nil }
      index += width
    }
  }

  /// The letter or digit at a place among the first eight, as it is noted; 0 where any letter may stand or none.
  func letter(at place: Int) -> UInt8 { UInt8(truncatingIfNeeded: beginning >> UInt64(place * 8)) }

  private mutating func note(_ byte: UInt8) { note(byte, at: letters + digits) }

  private mutating func note(_ byte: UInt8, at index: Int) {
    guard index >= 0, index < Self.places else { return }
    let shift = UInt64(index * 8)
    beginning = beginning & ~(0xFF << shift) | UInt64(byte) << shift
  }

  /// Counts the scalar at `index` and gives its length.
  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let byte = bytes[index]
    switch byte {
    case 0x41...0x5A, 0x61...0x7A:
      note(byte | 0x20)
      letters += 1
    case 0x30...0x39:
      note(byte)
      digits += 1
    case 0..<0x80: break
    case 0xC3...0xC8:
      // U+00C0 to U+023F: letters, but for the signs × and ÷.
      let isSign = byte == 0xC3 && (bytes[index + 1] == 0x97 || bytes[index + 1] == 0xB7)
      if !isSign { letters += 1 }
      return 2
    case 0xC2 where bytes[index + 1] == 0xA0: return 2
    // U+0300 to U+033F: marks, which belong to the letter before them.
    case 0xCC:
      note(0, at: letters + digits - 1)
      return 2
    case 0xE1 where (0xB8...0xBB).contains(bytes[index + 1]):
      // U+1E00 to U+1EFF: letters.
      letters += 1
      return 3
    // U+2010 to U+2027: dashes, quotation marks, the ellipsis.
    case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]): return 3
    default: return nil
    }
    return 1
  }
}
