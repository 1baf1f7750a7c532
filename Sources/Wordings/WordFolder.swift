/// One word while it is read, letter by letter, and what it comes to: a number that is the same for every way of
/// writing it. Two words share a number by accident only; it takes a word made for it, which says nothing anyway.
struct WordFolder {
  private var hash: UInt64 = Self.seed
  /// The last letter, which a mark behind it may still change.
  private var last: UInt32 = 0
  private var tone: UInt32 = 0
  /// Whether only consonants stand before the last letter, so that a final y is an i.
  private var isOpen = true

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  var isEmpty: Bool { last == 0 }

  @inline(__always) mutating func append(base: UInt32, tone newTone: UInt32) {
    if last != 0 {
      hash = (hash ^ UInt64(last)) &* Self.prime
      // The u of qu- belongs to the consonant: quí, quý.
      if isOpen, last == 0x75 ? !isAfterQ : Self.isVowel(last) { isOpen = false }
      isAfterQ = last == 0x71
    }
    last = base
    if newTone != 0 { tone = newTone }
  }

  private var isAfterQ = false

  /// A tone of the syllable, or circumflex, breve, horn and stroke of the letter before.
  mutating func mark(base: UInt32, tone newTone: UInt32) {
    if newTone != 0 { tone = newTone }
    switch (base, last) {
    case (0x302, 0x61): last = 0xE2
    case (0x302, 0x65): last = 0xEA
    case (0x302, 0x6F): last = 0xF4
    case (0x306, 0x61): last = 0x103
    case (0x31B, 0x6F): last = 0x1A1
    case (0x31B, 0x75): last = 0x1B0
    case (0x335, 0x64), (0x336, 0x64): last = 0x111
    default: break
    }
  }

  /// The number of the word; the folder begins anew.
  @inline(__always) mutating func finish() -> UInt64 {
    if last == 0x79, isOpen { last = 0x69 }
    var result = (hash ^ UInt64(last)) &* Self.prime
    result = (result ^ UInt64(tone)) &* Self.prime
    result ^= result >> 29
    self = WordFolder()
    return result
  }

  private static func isVowel(_ base: UInt32) -> Bool {
    switch base {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE2, 0xEA, 0xF4, 0x103, 0x1A1, 0x1B0: true
    default: false
    }
  }
}
