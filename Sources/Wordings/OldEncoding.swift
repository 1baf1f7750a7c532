import Source

/// An encoding from before Unicode, or a false one, in which a text cannot be read. What cannot be read is neither
/// stated nor absent. One strange letter proves nothing: a name may be foreign, a font's name may lie.
package struct OldEncoding: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The font family .VnTime, taken for Latin-1.
    case tcvn3
    /// The font family VNI-Times, taken for Latin-1.
    case vni
    /// UTF-8 that was taken for Latin-1 and stored as such.
    case doubleUTF8 = "utf-8-twice"
    /// Letters that some program could not store.
    case lostLetters = "lost-letters"
  }

  package let kind: Kind
  /// Words that no Vietnamese can be, as bytes of the text.
  package let evidence: [Range<Int>]

  /// Nil where the text can be read.
  /// - Parameters:
  ///   - foreignLetters: how many letters a pass over the text has found that are none of Vietnamese.
  init?(_ text: UnsafeBufferPointer<UInt8>, foreignLetters: Int, book: PhraseBook) {
    guard foreignLetters > 0 else { return nil }
    var evidence: [Kind: [Range<Int>]] = [:]
    var native = 0
    var start = 0
    for end in 0...text.count {
      guard end == text.count || text[end] <= 0x20 else { continue }
      defer { start = end + 1 }
      guard start < end else { continue }
      let word = String(decoding: text[start..<end], as: UTF8.self)
      if let kind = Self.kind(of: word) {
        evidence[kind, default: []].append(start..<end)
      } else if word.unicodeScalars.contains(where: Self.isNative) {
        native += 1
      }
    }
    let count = evidence.values.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    // The rarer kinds share letters with the others and are named only where they prevail.
    let most = Kind.allCases.max { (evidence[$0]?.count ?? 0) < (evidence[$1]?.count ?? 0) }
    guard let kind = most, let ranges = evidence[kind] else { return nil }
    let isProved = count >= 2 && count > native
    guard
      isProved
        || native == 0
          && Self.isKnown(
            OldLetterSet.tcvn3.decoded(String(decoding: text, as: UTF8.self).unicodeScalars), book)
    else { return nil }
    self.kind = isProved ? kind : .tcvn3
    self.evidence = ranges
  }

  /// A few words prove it too, where each of them, decoded, is a word of the catalogue's phrases.
  private static func isKnown(_ decoded: String, _ book: PhraseBook) -> Bool {
    let words = FoldedWords(decoded).words
    return words.count > 1
      && book.vocabulary.withLookUp { lookUp in words.allSatisfy { lookUp($0.identity) != 0 } } == true
  }

  /// The encoding in which a word would make sense; nil for one that makes sense as it is.
  private static func kind(of word: String) -> Kind? {
    let scalars = Array(word.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      let value = scalar.value
      if value == 0xFFFD { return .lostLetters }
      if Self.isLead(value), let after, Self.isContinuation(after.value) { return .doubleUTF8 }
      let followsLetter = before?.properties.isAlphabetic == true
      switch value {
      case 0xA8...0xAD, 0xB5...0xB9: if followsLetter { return .tcvn3 }
      case 0xA1...0xA7, 0xAE: if after?.properties.isAlphabetic == true { return .tcvn3 }
      case 0xD7, 0xF7: if followsLetter { return .tcvn3 }
      default: break
      }
    }
    // VNI writes the mark of a vowel as a letter behind it; TCVN3 has one letter for both.
    var foreign = false
    for (index, scalar) in scalars.enumerated() where isForeign(scalar.value) {
      foreign = true
      let before = index > 0 ? scalars[index - 1].value : 0
      if vowels.contains(before | 0x20), vniMarks.contains(scalar.value | 0x20) { return .vni }
      if scalar.value | 0x20 == 0xF1, index == 0 { return .vni }
    }
    return foreign ? .tcvn3 : nil
  }

  private static let vowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xF4, 0xF6, 0xE2, 0xEA]
  private static let vniMarks: Set<UInt32> = [0xF8, 0xFB, 0xEF, 0xE4, 0xE5, 0xEB, 0xFC, 0xF6]

  private static func isForeign(_ value: UInt32) -> Bool {
    guard (0xC0...0xFF).contains(value) else { return false }
    switch value | 0x20 {
    case 0xE4...0xE7, 0xEB, 0xEE, 0xEF, 0xF1, 0xF6, 0xF8, 0xFB, 0xFC, 0xFE, 0xFF: return true
    default: return false
    }
  }

  /// The first of two or three bytes of a Vietnamese letter in UTF-8.
  private static func isLead(_ value: UInt32) -> Bool {
    value == 0xC3 || value == 0xC4 || value == 0xC6 || value == 0xE1
  }

  /// A byte of UTF-8 behind the first one, in Latin-1 or in Windows' code page.
  private static func isContinuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0xBF: true
    case 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC, 0x2013, 0x2014,
      0x2018...0x201E,
      0x2020...0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122:
      true
    default: false
    }
  }

  /// A letter that only Vietnamese has, in Unicode.
  private static func isNative(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300...0x31B, 0x323, 0x1EA0...0x1EF9: true
    default: false
    }
  }
}
