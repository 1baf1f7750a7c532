/// The words of a text without the accidents of writing: case, tone on one vowel or the other, composed or decomposed
/// letters, y or i, hidden marks, kinds of spaces and dashes.
package struct FoldedWords: Sendable {
  /// A word; equal to every other way of writing it.
  package struct Word: Sendable, Hashable {
    /// Stands for the folded word.
    package let identity: UInt64
  }

  package let words: [Word]
  /// For each word its bytes in the text as it was given.
  package let ranges: [Range<Int>]

  package init(_ text: String) {
    var scan = TextScan()
    scan.fold(text)
    words = scan.words.map { Word(identity: $0.hash) }
    ranges = scan.words.map(\.bytes)
  }
}

extension TextScan {
  /// The words alone.
  mutating func fold(_ text: String) {
    var copy = text
    copy.withUTF8 {
      read($0, lines: .join, vocabulary: Self.noVocabulary, abbreviations: [false], automaton: Self.noPhrases)
    }
  }

  private static let noVocabulary = Vocabulary()
  private static let noPhrases = PhraseAutomaton(PhraseList(), [Int32](), words: 0)
}

extension Word {
  var bytes: Range<Int> { Int(start)..<Int(end) }
}
