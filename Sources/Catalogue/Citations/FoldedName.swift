/// The name of a thing as a plan prints it in different places, compared by its words: without remarks in brackets, the
/// name of the city, and words that a longer name of the same thing adds.
package struct FoldedName: Sendable {
  private let words: [String]
  /// Abbreviations in capitals, which name a thing by themselves: LGSP, IOC.
  private let abbreviations: Set<String>

  /// - Parameter place: the name of the city, which is no part of the name.
  package init(_ printed: String, place: FoldedName) {
    self.init(printed, besides: Set(place.words))
  }

  package init(_ printed: String) {
    self.init(printed, besides: [])
  }

  private init(_ printed: String, besides ofPlace: Set<String>) {
    let text = FoldedText(printed)
    var depth = 0
    var index = 0
    var words: [String] = []
    var abbreviations: Set<String> = []
    for word in text.words {
      for letter in text.letters[index..<word.start] {
        if letter == "(" || letter == "[" { depth += 1 }
        if letter == ")" || letter == "]" { depth = max(0, depth - 1) }
      }
      index = word.end
      if word.end - word.start > 2, (word.start..<word.end).allSatisfy(text.isCapital) {
        abbreviations.insert(word.text)
      }
      if depth == 0, !ofPlace.contains(word.text), !Self.additions.contains(word.text) {
        words.append(word.text)
      }
    }
    self.words = words
    self.abbreviations = abbreviations
  }

  /// Whether this name, which may be that of several things, names the other one too.
  package func names(_ other: FoldedName) -> Bool {
    if !abbreviations.isDisjoint(with: other.abbreviations) { return true }
    guard !other.words.isEmpty, other.words.count <= words.count else { return false }
    return (0...(words.count - other.words.count)).contains { start in
      words[start..<(start + other.words.count)].elementsEqual(other.words)
    }
  }

  /// "dùng chung", "của thành phố": a name with them and without is one.
  private static let additions = Set(
    ["dùng", "chung", "của", "cho", "tại", "thành", "phố", "tỉnh", "các"].map(PrintWords.folded))
}
