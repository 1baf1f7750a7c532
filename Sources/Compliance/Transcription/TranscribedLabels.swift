/// How much one sentence can say: each label wants a clause of its own.
enum TranscribedLabels {
  /// Pieces between signs and conjunctions that hold words. A list of nouns counts by its commas.
  static func clauses(of text: String) -> Int {
    var (count, letters) = (0, 0)
    var word: [Unicode.Scalar] = []
    func endsWord() -> Bool { word == ["v", "à"] || word == ["v", "a", "\u{300}"] }
    func end() {
      if letters >= 2 { count += 1 }
      letters = 0
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case ",", ";", ":", ".", "–", "—", "(", ")", "/", "!", "?":
        word = []
        end()
      case " ", "\n", "\t", "\u{A0}":
        if endsWord() { end() }
        word = []
      default:
        if scalar.properties.isAlphabetic { letters += 1 }
        word.append(scalar)
      }
    }
    end()
    return count
  }
}
