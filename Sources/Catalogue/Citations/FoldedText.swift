/// A printed citation without its accidents: letter case, kinds of dashes and spaces, spaces around
/// separators, composed or decomposed letters. Swift compares and hashes characters by canonical
/// equivalence (Unicode 3.7, D70), so NFC and NFD forms are one.
struct FoldedText: Sendable {
  let characters: [Character]

  init(_ printed: some StringProtocol) {
    characters = Self.quickly(printed) ?? Self.slowly(printed)
  }

  private static func slowly(_ printed: some StringProtocol) -> [Character] {
    var result: [Character] = []
    var spaceIsPending = false
    for character in printed {
      if character.isWhitespace || invisible.contains(character) {
        spaceIsPending = true
        continue
      }
      let folded = dashes.contains(character) ? "-" : lowercase(character)
      let separates = separators.contains(folded)
      let follows = result.last.map(separators.contains) ?? true
      if spaceIsPending, !separates, !follows { result.append(" ") }
      spaceIsPending = false
      result.append(folded)
    }
    return result
  }

  /// What becomes of a letter that is one code point and joins no other.
  private struct Folding: Sendable {
    let character: Character
    let isSpace: Bool
    let separates: Bool

    init(_ scalar: Unicode.Scalar) {
      let character = Character(scalar)
      isSpace = character.isWhitespace || invisible.contains(character)
      self.character = dashes.contains(character) ? "-" : lowercase(character)
      separates = separators.contains(self.character)
    }
  }

  /// Latin letters with and without marks of their own, digits and signs: nearly all that plans print.
  private static let latin: [Folding] = (0..<0x250).compactMap {
    Unicode.Scalar($0 as UInt32).map(Folding.init)
  }
  private static let vietnamese: [Folding] = (0x1E00..<0x1F00).compactMap {
    Unicode.Scalar($0 as UInt32).map(Folding.init)
  }

  /// The same as `slowly`, by tables; nil where letters may be made of several code points.
  private static func quickly(_ printed: some StringProtocol) -> [Character]? {
    var result: [Character] = []
    var spaceIsPending = false
    var follows = true
    for scalar in printed.unicodeScalars {
      let folding: Folding
      switch scalar.value {
      case 0x0D: return nil
      case 0..<0x250: folding = latin[Int(scalar.value)]
      case 0x1E00..<0x1F00: folding = vietnamese[Int(scalar.value - 0x1E00)]
      default: return nil
      }
      if folding.isSpace {
        spaceIsPending = true
        continue
      }
      if spaceIsPending, !folding.separates, !follows { result.append(" ") }
      spaceIsPending = false
      result.append(folding.character)
      follows = folding.separates
    }
    return result
  }

  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE63}",
    "\u{FF0D}",
  ]
  private static let invisible: Set<Character> = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}",
  ]
  private static let separators: Set<Character> = ["/", "-", ":"]

  private static func lowercase(_ character: Character) -> Character {
    // The eth and the African D look like Đ and are typed for it.
    if character == "\u{00D0}" || character == "\u{0189}" { return "đ" }
    return Character(character.lowercased())
  }

  /// Words: runs of letters and digits.
  var words: [Substring] {
    String(characters).split { !$0.isLetter && !$0.isNumber }
  }

  /// The word that it begins with; empty where it begins with something else.
  var firstWord: String { String(characters.prefix { $0.isWordPart }) }

  /// The different words.
  var wordSet: Set<String> {
    Set(characters.split { !$0.isWordPart }.map { String($0) })
  }

  /// Whether `phrase` stands on its own, not inside a longer word.
  func contains(_ phrase: FoldedText) -> Bool { end(of: phrase) != nil }

  /// The year printed just after a name, bare, as "năm 2015" or at the end of a date: a year further on may be
  /// another's.
  func year(after name: FoldedText) -> Int? {
    guard let end = end(of: name) else { return nil }
    let words = characters[end...].split(maxSplits: 7) { !$0.isWordPart }.prefix(6).map { String($0) }
    let forms =
      [
        [nil], ["năm", nil], ["ngày", "#", "#", nil], ["ngày", "#", "tháng", "#", "năm", nil],
      ] as [[String?]]
    for form in forms where words.count >= form.count {
      let fits = zip(form, words).allSatisfy { expected, word in
        switch expected {
        case nil: word.count == 4 && word.allSatisfy(\.isDecimalDigit)
        case "#": word.count <= 2 && word.allSatisfy(\.isDecimalDigit)
        default: expected == word
        }
      }
      if fits { return Int(words[form.count - 1]) }
    }
    return nil
  }

  /// Where `phrase` ends that stands on its own, the first time.
  private func end(of phrase: FoldedText) -> Int? {
    let needle = phrase.characters
    guard !needle.isEmpty, needle.count <= characters.count else { return nil }
    for start in 0...(characters.count - needle.count)
    where characters[start..<(start + needle.count)].elementsEqual(needle) {
      let before = start == 0 || !characters[start - 1].isWordPart
      let end = start + needle.count
      if before, end == characters.count || !characters[end].isWordPart { return end }
    }
    return nil
  }
}

extension Character {
  var isWordPart: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    return ascii >= 0x30 && ascii <= 0x39 || ascii | 0x20 >= 0x61 && ascii | 0x20 <= 0x7A
  }
  var isDecimalDigit: Bool { asciiValue.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
}
