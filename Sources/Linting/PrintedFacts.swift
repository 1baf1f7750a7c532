import Source

/// The numbers and days that words print, so that two texts can be held against each other.
struct PrintedFacts {
  /// Every run of digits, without leading zeros; `31/12/2026` prints three.
  private(set) var numbers: Set<String> = []
  /// Days as `31/12/2026` prints them.
  private(set) var days: Set<CalendarDate> = []
  /// Numbers that `%` follows.
  private(set) var shares: Set<String> = []

  /// Addresses are passed over: their numbers are names.
  init(_ text: String) {
    for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) where !Self.isAddress(word) { read(word) }
  }

  var years: Set<Int> { Set(numbers.compactMap(Int.init).filter { (1900...2200).contains($0) }) }

  private static func isAddress(_ word: Substring.UTF8View) -> Bool {
    var rest = word
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[rest.index(after: colon)...]
      if rest.starts(with: "//".utf8) { return true }
    }
    return false
  }

  private mutating func read(_ word: Substring.UTF8View) {
    var runs: [(digits: [UInt8], next: UInt8?)] = []
    var digits: [UInt8] = []
    for byte in word {
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else if !digits.isEmpty {
        runs.append((digits, byte))
        digits = []
      }
    }
    if !digits.isEmpty { runs.append((digits, nil)) }
    for run in runs {
      let number = Self.bare(run.digits)
      numbers.insert(number)
      if run.next == UInt8(ascii: "%") { shares.insert(number) }
    }
    let slash = UInt8(ascii: "/")
    for start in runs.indices.dropLast(2) where runs[start].next == slash && runs[start + 1].next == slash {
      let parts = runs[start...start + 2].compactMap { Int(String(decoding: $0.digits, as: UTF8.self)) }
      if parts.count == 3, let day = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) {
        days.insert(day)
      }
    }
  }

  private static func bare(_ digits: [UInt8]) -> String {
    let kept = digits.drop { $0 == 0x30 }
    return kept.isEmpty ? "0" : String(decoding: kept, as: UTF8.self)
  }
}
