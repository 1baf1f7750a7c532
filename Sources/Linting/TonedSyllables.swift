/// Vietnamese syllables that end in oa, oe or uy and carry a tone: it stands on the first of the two
/// vowels (hòa) or on the second (hoà).
struct TonedSyllables: Sequence {
  struct Syllable {
    let written: String
    /// The same for both placements.
    let key: String
    let isOldStyle: Bool
  }

  private let found: [(Int, Syllable)]

  init(_ bytes: [UInt8]) {
    found = bytes.withUnsafeBufferPointer { bytes in
      var found: [(Int, Syllable)] = []
      var index = 0
      while index < bytes.count {
        while index < bytes.count, !Self.isLetter(bytes[index]) { index += 1 }
        let start = index
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if Self.mayBeToned(word), let syllable = Self.syllable(String(decoding: word, as: UTF8.self)) {
          found.append((start, syllable))
        }
      }
      return found
    }
  }

  private static let tones: [Character: (base: Character, tone: Character)] = {
    let rows: [(Character, String)] = [
      ("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹỵ"),
    ]
    let names = Array("12345")
    return Dictionary(
      rows.flatMap { base, toned in zip(toned, names).map { ($0, (base, $1)) } }
    ) { first, _ in first }
  }()
  /// The letters of `tones` and their capitals, as code points.
  private static let toned: Set<UInt32> = Set(
    tones.keys.flatMap { [String($0), $0.uppercased()] }.flatMap { $0.unicodeScalars.map(\.value) })

  func makeIterator() -> IndexingIterator<[(Int, Syllable)]> { found.makeIterator() }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  /// A cheap look at the last two letters: an ASCII vowel after a letter with a tone, or the other way
  /// round. A letter whose marks are written apart is looked at in earnest.
  private static func mayBeToned(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3 else { return false }
    let last = word[word.count - 1] | 0x20
    if word[word.count - 1] >= 0x80 {
      var lead = word.count - 1
      while lead > 0, word[lead] & 0xC0 == 0x80 { lead -= 1 }
      guard lead > 0 else { return false }
      let before = word[lead - 1] | 0x20
      if word[lead] == 0xCC || word[lead] == 0xCD { return true }
      return (before == UInt8(ascii: "o") || before == UInt8(ascii: "u"))
        && toned.contains(scalar(word, lead, word.count))
    }
    guard last == UInt8(ascii: "a") || last == UInt8(ascii: "e") || last == UInt8(ascii: "y") else {
      return false
    }
    var lead = word.count - 2
    while lead > 0, word[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard word[lead] >= 0xC0 else { return false }
    return word[lead] == 0xCC || word[lead] == 0xCD || toned.contains(scalar(word, lead, word.count - 1))
  }

  /// The code point of two or three bytes.
  private static func scalar(_ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    word[start..<end].dropFirst().reduce(UInt32(word[start]) & (end - start == 2 ? 0x1F : 0x0F)) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
  }

  private static func syllable(_ written: String) -> Syllable? {
    let letters = Array(written.lowercased())
    guard letters.count >= 2 else { return nil }
    let (first, second) = (letters[letters.count - 2], letters[letters.count - 1])
    let isOld = tones[first] != nil
    guard let toned = tones[isOld ? first : second] else { return nil }
    let pair = isOld ? [toned.base, second] : [first, toned.base]
    guard pair == ["o", "a"] || pair == ["o", "e"] || pair == ["u", "y"] else { return nil }
    let stem = letters.dropLast(2)
    // In quý the u belongs to the consonant: there is one placement only.
    if pair == ["u", "y"], stem.last == "q" { return nil }
    return Syllable(
      written: written, key: String(stem) + String(pair) + String(toned.tone), isOldStyle: isOld)
  }
}
