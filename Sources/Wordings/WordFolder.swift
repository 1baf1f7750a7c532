/// One word while it is read, letter by letter, and what it comes to: a number that is the same for every way of
/// writing it. Two words share a number by accident only; it takes a word made for it, which says nothing anyway.
struct WordFolder {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The last letter with its flags, which a mark behind it may still change.
  private var last: UInt32 = 0
  private var tone: UInt32 = 0

  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Whether the last letter is a y, which is an i where no vowel stands before it.
  var endsInY: Bool { last & 0x1F_FFFF == 0x79 }
  var endsInCapital: Bool { last & Letter.upper != 0 }

  /// - Parameter entry: the letter as the table has it.
  @inline(__always) mutating func append(_ entry: UInt32) {
    if last != 0 { hash = (hash ^ UInt64(last & 0x1F_FFFF)) &* Self.prime }
    last = entry
    let newTone = entry >> 21 & 7
    if newTone != 0 { tone = newTone }
  }

  /// A tone of the syllable, or circumflex, breve, horn and stroke of the letter before.
  mutating func mark(_ entry: UInt32) {
    let newTone = entry >> 21 & 7
    if newTone != 0 { tone = newTone }
    let changed: UInt32
    switch (entry & 0x1F_FFFF, last & 0x1F_FFFF) {
    case (0x302, 0x61): changed = 0xE2
    case (0x302, 0x65): changed = 0xEA
    case (0x302, 0x6F): changed = 0xF4
    case (0x306, 0x61): changed = 0x103
    case (0x31B, 0x6F): changed = 0x1A1
    case (0x31B, 0x75): changed = 0x1B0
    case (0x335, 0x64), (0x336, 0x64): changed = 0x111
    default: return
    }
    last = last & ~0x1F_FFFF | changed
  }

  /// The number of the word.
  /// - Parameter isOpen: whether it is a syllable that ends in y and has no other vowel.
  @inline(__always) func finished(isOpen: Bool) -> UInt64 {
    let base = isOpen ? 0x69 : last & 0x1F_FFFF
    var result = (hash ^ UInt64(base)) &* Self.prime
    result = (result ^ UInt64(tone)) &* Self.prime
    return result ^ result >> 29
  }
}
