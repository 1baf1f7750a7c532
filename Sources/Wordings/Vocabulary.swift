/// Numbers of the words that phrases are made of, found by the number that folding gives them.
struct Vocabulary: Sendable {
  /// The upper bits of a word's hash and, in the lower ones, its number; 0 for none.
  private var entries = [UInt64](repeating: 0, count: 1 << 10)
  /// How many there are; the first has the number 1.
  private(set) var count = 0

  private static let numberBits: UInt64 = 0xF_FFFF

  /// The number of a word, a new one where it has none.
  mutating func number(of hash: UInt64) -> Int32 {
    if count * 4 >= entries.count { grow() }
    var slot = Self.slot(hash) & (entries.count - 1)
    while entries[slot] != 0 {
      if (entries[slot] ^ hash) & ~Self.numberBits == 0 {
        return Int32(truncatingIfNeeded: entries[slot] & Self.numberBits)
      }
      slot = (slot + 1) & (entries.count - 1)
    }
    count += 1
    entries[slot] = hash & ~Self.numberBits | UInt64(count)
    return Int32(count)
  }

  private mutating func grow() {
    let old = entries
    entries = [UInt64](repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      var slot = Self.slot(entry) & (entries.count - 1)
      while entries[slot] != 0 { slot = (slot + 1) & (entries.count - 1) }
      entries[slot] = entry
    }
  }

  @inline(__always) fileprivate static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 36)
  }

  func withLookUp<Result>(_ body: (LookUp) -> Result) -> Result? {
    entries.withUnsafeBufferPointer { entries in
      entries.baseAddress.map { body(LookUp(entries: $0, mask: entries.count - 1)) }
    }
  }

  struct LookUp {
    let entries: UnsafePointer<UInt64>
    let mask: Int

    /// The number of a word; 0 where it has none.
    @inline(__always) func callAsFunction(_ hash: UInt64) -> Int32 {
      var slot = Vocabulary.slot(hash) & mask
      while true {
        let entry = entries[slot]
        if entry == 0 { return 0 }
        if (entry ^ hash) & ~Vocabulary.numberBits == 0 {
          return Int32(truncatingIfNeeded: entry & Vocabulary.numberBits)
        }
        slot = (slot &+ 1) & mask
      }
    }
  }
}
