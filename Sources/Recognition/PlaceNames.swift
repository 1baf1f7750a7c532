import Wordings

/// Names of provinces and cities as they are known among words.
struct PlaceNames: Sendable {
  private let table: PhraseTable

  init(_ names: [String]) {
    table = PhraseTable(names.map { (words: $0, means: $0) })
  }

  /// The name that stands at a word.
  func name(at place: Int, in words: FoldedWords) -> String? { table.match(at: place, in: words)?.means }

  func first(in words: FoldedWords) -> (name: String, at: Int)? {
    table.first(in: words).map { ($0.means, $0.range.lowerBound) }
  }
}
