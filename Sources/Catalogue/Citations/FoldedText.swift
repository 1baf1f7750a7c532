/// A printed citation without its accidents: letter case, kinds of dashes and spaces, spaces around
/// separators, composed or decomposed letters. Swift compares and hashes characters by canonical
/// equivalence (Unicode 3.7, D70), so NFC and NFD forms are one.
struct FoldedText: Sendable {
  let characters: [Character]

  init(_ printed: some StringProtocol) {
    var result: [Character] = []
    var spaceIsPending = false
    var followsSeparator = true
    for character in printed {
      guard let folded = Self.folded(character) else {
        spaceIsPending = true
        continue
      }
      let separates = folded == "/" || folded == "-" || folded == ":"
      if spaceIsPending, !separates, !followsSeparator { result.append(" ") }
      spaceIsPending = false
      followsSeparator = separates
      result.append(folded)
    }
    characters = result
  }

  /// The character without its accidents; nil for what counts as a space.
  private static func folded(_ character: Character) -> Character? {
    // Nearly all of a print is ASCII and Vietnamese letters, which need no look into sets.
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1 {
      switch only.value {
      case 0x41...0x5A: return Character(Unicode.Scalar(UInt8(only.value + 0x20)))
      case 0x21...0x7E: return character
      case 0xC0...0xCF, 0xD1...0x188, 0x18A...0x24F, 0x1EA0...0x1EFF:
        return lowercase(character)
      default: break
      }
    }
    if character.isWhitespace || invisible.contains(character) { return nil }
    return dashes.contains(character) ? "-" : lowercase(character)
  }

  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE63}",
    "\u{FF0D}",
  ]
  private static let invisible: Set<Character> = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}",
  ]

  private static func lowercase(_ character: Character) -> Character {
    // The eth and the African D look like Đ and are typed for it.
    if character == "\u{00D0}" || character == "\u{0189}" { return "đ" }
    return Character(character.lowercased())
  }

  /// Words: runs of letters and digits.
  var words: [Substring] {
    String(characters).split { !$0.isLetter && !$0.isNumber }
  }

  /// Where `phrase` stands on its own, not inside a longer word.
  func contains(_ phrase: FoldedText) -> Bool {
    let needle = phrase.characters
    guard !needle.isEmpty, needle.count <= characters.count else { return false }
    for start in 0...(characters.count - needle.count)
    where characters[start..<(start + needle.count)].elementsEqual(needle) {
      let before = start == 0 || !characters[start - 1].isWordPart
      let end = start + needle.count
      if before, end == characters.count || !characters[end].isWordPart { return true }
    }
    return false
  }
}

extension Character {
  var isWordPart: Bool { isLetter || isNumber }
  var isDecimalDigit: Bool { isASCII && isNumber }
}
