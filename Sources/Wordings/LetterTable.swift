/// What a scalar is to the words of a text. Vietnamese is written with the tone on one vowel or the other, composed or
/// decomposed, with i or y, with an eth for Đ; none of this makes another word, so none of it is left after folding.
struct Letter: Sendable {
  enum Kind: UInt8, Sendable {
    case separator
    case letter
    case digit
    /// Nobody sees it: it neither parts words nor belongs to one.
    case hidden
    /// A tone that belongs to the syllable, or a mark that makes another letter of the one before.
    case mark
    case ampersand
  }

  let bits: UInt32

  init(_ kind: Kind, base: UInt32 = 0, tone: Tone = .level, isUpper: Bool = false) {
    var bits = UInt32(kind.rawValue) << 24 | UInt32(tone.rawValue) << 21 | base
    if isUpper { bits |= Self.upper }
    if kind == .letter, Self.vowels.contains(base) { bits |= Self.vowel }
    if kind == .letter, Self.foreign.contains(base) { bits |= Self.foreignLetter }
    self.bits = bits
  }

  var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 24) & 0xF) ?? .separator }
  /// The letter in lower case without its tone; a mark's own scalar for a mark.
  var base: UInt32 { bits & 0x1F_FFFF }
  var tone: UInt32 { bits >> 21 & 7 }
  var isUpper: Bool { bits & Self.upper != 0 }

  static let upper: UInt32 = 1 << 28
  static let vowel: UInt32 = 1 << 29
  /// A letter of Latin-1 that no Vietnamese word has: ä, å, ñ, ö, ø, ü …
  static let foreignLetter: UInt32 = 1 << 30

  private static let vowels: Set<UInt32> = [
    0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE2, 0xEA, 0xF4, 0x103, 0x1A1, 0x1B0,
  ]
  private static let foreign: Set<UInt32> = [
    0xDF, 0xE4, 0xE5, 0xE6, 0xE7, 0xEB, 0xEE, 0xEF, 0xF1, 0xF6, 0xF8, 0xFB, 0xFC, 0xFE, 0xFF,
  ]
}

enum Tone: UInt8, Sendable, CaseIterable {
  case level, grave, acute, tilde, hook, dot
}

/// The letters of two- and three-byte scalars that plans are written with, by table; all others by their properties.
struct LetterTable: Sendable {
  static let shared = LetterTable()

  /// U+0000 to U+07FF.
  private let small: [UInt32]
  /// U+1E00 to U+1EFF.
  private let vietnamese: [UInt32]
  /// 1 for bytes that words are mostly made of: letters of ASCII, and the bytes of Vietnamese ones and their marks.
  private let runs: [UInt8]

  private init() {
    var special = Self.vietnameseLetters()
    for (scalar, letter) in Self.lookAlikes { special[scalar] = letter }
    for (scalar, base) in Self.foreignLookAlikes { special[scalar] = Letter(.letter, base: base.value) }
    for (scalar, base) in Self.foreignCapitals {
      special[scalar] = Letter(.letter, base: base.value, isUpper: true)
    }
    func bits(_ value: UInt32) -> UInt32 { (special[value] ?? Self.plain(value)).bits }
    small = (0..<0x800).map { bits($0) }
    vietnamese = (0x1E00..<0x1F00).map { bits($0) }
    runs = (0..<0x100).map { byte in
      switch UInt8(byte) {
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xC3...0xC6, 0xCC, 0xCD, 0xE1: 1
      default: 0
      }
    }
  }

  /// The tables for a loop over bytes.
  func withTables<Result>(
    _ body: (
      _ small: UnsafePointer<UInt32>, _ vietnamese: UnsafePointer<UInt32>, _ runs: UnsafePointer<UInt8>
    ) -> Result
  ) -> Result? {
    small.withUnsafeBufferPointer { small in
      vietnamese.withUnsafeBufferPointer { vietnamese in
        runs.withUnsafeBufferPointer { runs in
          guard let first = small.baseAddress, let second = vietnamese.baseAddress,
            let third = runs.baseAddress
          else { return nil }
          return body(first, second, third)
        }
      }
    }
  }

  /// A scalar of three or four bytes outside the tables.
  static func letter(beyondTables value: UInt32) -> UInt32 {
    // Letters in full width are the letters themselves.
    if (0xFF01...0xFF5E).contains(value) {
      return shared.small[Int(value - 0xFEE0)]
    }
    return plain(value).bits
  }

  private static func plain(_ value: UInt32) -> Letter {
    guard let scalar = Unicode.Scalar(value) else { return Letter(.separator) }
    switch value {
    case 0x26: return Letter(.ampersand)
    case 0x30...0x39: return Letter(.digit, base: value)
    case 0x300, 0x340: return Letter(.mark, tone: .grave)
    case 0x301, 0x341: return Letter(.mark, tone: .acute)
    case 0x303: return Letter(.mark, tone: .tilde)
    case 0x309: return Letter(.mark, tone: .hook)
    case 0x323: return Letter(.mark, tone: .dot)
    case 0x302, 0x306, 0x31B, 0x335, 0x336: return Letter(.mark, base: value)
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return Letter(.hidden) }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return Letter(.hidden)
    case .spacingMark: return Letter(.letter, base: value)
    case .decimalNumber: return Letter(.digit, base: value)
    default: break
    }
    guard properties.isAlphabetic else { return Letter(.separator) }
    let lowercase = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return Letter(.letter, base: lowercase.value, isUpper: lowercase != scalar)
  }

  /// Each vowel with the five tones, in both cases.
  private static func vietnameseLetters() -> [UInt32: Letter] {
    let rows = [
      "aàáãảạ", "ăằắẵẳặ", "âầấẫẩậ", "eèéẽẻẹ", "êềếễểệ", "iìíĩỉị", "oòóõỏọ", "ôồốỗổộ", "ơờớỡởợ", "uùúũủụ",
      "ưừứữửự", "yỳýỹỷỵ",
    ]
    var result: [UInt32: Letter] = [:]
    for row in rows {
      guard let base = row.unicodeScalars.first else { continue }
      for (scalar, tone) in zip(row.unicodeScalars, Tone.allCases) {
        result[scalar.value] = Letter(.letter, base: base.value, tone: tone)
        for upper in scalar.properties.uppercaseMapping.unicodeScalars.prefix(1) {
          result[upper.value] = Letter(.letter, base: base.value, tone: tone, isUpper: true)
        }
      }
    }
    return result
  }

  /// Letters that are typed, or put out by converters of PDF, for the Vietnamese ones that they look like.
  private static let lookAlikes: [(UInt32, Letter)] = [
    (0xD0, Letter(.letter, base: 0x111, isUpper: true)), (0xF0, Letter(.letter, base: 0x111)),
    (0x189, Letter(.letter, base: 0x111, isUpper: true)), (0x256, Letter(.letter, base: 0x111)),
    (0x1A0, Letter(.letter, base: 0x1A1, isUpper: true)),
    (0x1A2, Letter(.letter, base: 0x1B0, isUpper: true)),
    (0x1A3, Letter(.letter, base: 0x1B0)),
  ]

  /// Letters of Greek and Cyrillic that nobody can tell from Latin ones: "сhưa" denies as "chưa" does.
  private static let foreignLookAlikes: [(UInt32, Unicode.Scalar)] = [
    (0x430, "a"), (0x435, "e"), (0x43E, "o"), (0x440, "p"), (0x441, "c"), (0x443, "y"), (0x445, "x"),
    (0x456, "i"), (0x458, "j"), (0x455, "s"), (0x4BB, "h"), (0x501, "d"), (0x43A, "k"), (0x442, "t"),
    (0x43C, "m"), (0x3BF, "o"), (0x3B1, "a"), (0x3B9, "i"), (0x3BA, "k"), (0x3BD, "v"), (0x3C1, "p"),
    (0x3C5, "u"), (0x3C7, "x"), (0x131, "i"), (0x261, "g"), (0x251, "a"),
  ]
  private static let foreignCapitals: [(UInt32, Unicode.Scalar)] = [
    (0x410, "a"), (0x412, "b"), (0x415, "e"), (0x41A, "k"), (0x41C, "m"), (0x41D, "h"), (0x41E, "o"),
    (0x420, "p"), (0x421, "c"), (0x422, "t"), (0x423, "y"), (0x425, "x"), (0x406, "i"), (0x408, "j"),
    (0x405, "s"), (0x391, "a"), (0x392, "b"), (0x395, "e"), (0x397, "h"), (0x399, "i"), (0x39A, "k"),
    (0x39C, "m"), (0x39D, "n"), (0x39F, "o"), (0x3A1, "p"), (0x3A4, "t"), (0x3A5, "y"), (0x3A7, "x"),
  ]
}
