/// Words as they were written, and what they come to: a text says most of its words many times.
struct WordMemory {
  struct Entry {
    /// The bytes of the word, zeros behind them; the first of them is never zero.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var hash: UInt64 = 0
    var id: Int32 = 0
    var letters: UInt16 = 0
    var traits: Word.Traits = []
  }

  private static let bits: UInt64 = 11
  private var entries: [Entry]

  /// - Parameter isKept: false for who reads a few words only.
  init(isKept: Bool = false) {
    entries = isKept ? [Entry](repeating: Entry(), count: 1 << Int(Self.bits)) : []
  }

  /// The entries for a loop over words; nil where nothing is kept.
  mutating func withEntries<Result>(_ body: (UnsafeMutablePointer<Entry>?) -> Result) -> Result {
    entries.withUnsafeMutableBufferPointer { body($0.isEmpty ? nil : $0.baseAddress) }
  }

  /// Bytes that are letters, or parts of them, up to one that surely ends the word.
  struct Run {
    let low: UInt64
    let high: UInt64
    let end: Int

    /// Nil for a long one, for one whose end is not sure (signs beyond ASCII, an ampersand), and near the end of the
    /// text, where sixteen bytes cannot be taken at once.
    @inline(__always) init?(
      _ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ runs: UnsafePointer<UInt8>
    ) {
      guard start &+ 18 <= count else { return nil }
      let most = start &+ 16
      var end = start &+ 1
      while end < most, runs[Int(bytes[end])] != 0 { end &+= 1 }
      let next = bytes[end]
      guard next < 0x80, next != 0x26, runs[Int(next)] == 0 else { return nil }
      if next == 0x20, bytes[end &+ 1] == 0x20 || bytes[end &+ 1] == 0x26 { return nil }
      let length = end &- start
      let words = UnsafeRawPointer(bytes + start)
      let first = UInt64(littleEndian: words.loadUnaligned(as: UInt64.self))
      if length < 8 {
        low = first & ((1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1)
        high = 0
      } else {
        low = first
        let second = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        let rest = UInt64(truncatingIfNeeded: (length &- 8) &* 8)
        high = rest == 64 ? second : second & ((1 << rest) &- 1)
      }
      self.end = end
    }

    @inline(__always) var slot: Int {
      let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: mixed >> (64 - WordMemory.bits))
    }
  }
}
