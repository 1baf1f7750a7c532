import Source
import Wordings

/// The words by which facts are found in documents: data of `Data/recognition.tsv`.
package struct RecognitionRules: Sendable {
  enum Use: String {
    case plural, issuer, instrument, drafting, build, generic, targets
    case and
    case part, heading, column, kind, level, draft, proposal, preamble, period, vision, until, body,
      addressed, duty,
      component, least, most, unit, everyone
    case article, execute, proposer, digital, vague, complement, own, central, concerning, approves, rank,
      titled
    case proposerEnd = "proposer-end"
    case rankGroup = "rank-group"
    case titledLaw = "titled-law"
    case titledSign = "titled-sign"
    case takesPart = "takes-part"
    case titleEnd = "title-end"
    case titledEnd = "titled-end"
    case titledNot = "titled-not"
    case nameEnd = "name-end"
    case leadIn = "lead-in"
    case otherNumber = "other-number"
    case unlistedLevel = "unlisted-level"
    case twoTierYear = "two-tier-year"
  }

  private let phrases: [Use: PhraseTable]

  /// - Parameter table: a first row of heads, then rows of use, meaning, words and where they were read.
  package init(_ table: [UInt8]) {
    var rows: [Use: [(words: String, means: String)]] = [:]
    for line in table.split(separator: UInt8(ascii: "\n")).dropFirst() where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count >= 3, let use = Use(rawValue: cells[0]) else { continue }
      rows[use, default: []].append((cells[2], cells[1]))
    }
    phrases = rows.mapValues(PhraseTable.init)
  }

  subscript(use: Use) -> PhraseTable { phrases[use] ?? PhraseTable([]) }
}

/// Phrases that are found as whole words, whatever their case and the writing of their marks.
struct PhraseTable: Sendable {
  struct Match {
    let means: String
    /// Numbers of words.
    let range: Range<Int>
  }

  private let byFirst: [FoldedWords.Word: [(words: [FoldedWords.Word], means: String)]]
  /// Words of the longest phrase.
  private let longest: Int

  init(_ rows: [(words: String, means: String)]) {
    let folded = rows.map { (words: FoldedWords($0.words).words, means: $0.means) }.filter {
      !$0.words.isEmpty
    }
    longest = folded.map(\.words.count).max() ?? 0
    // The longest first.
    byFirst = Dictionary(grouping: folded) { $0.words[0] }.mapValues {
      $0.sorted { $0.words.count > $1.words.count }
    }
  }

  /// The longest phrase that begins at a word.
  func match(at place: Int, in text: FoldedWords) -> Match? {
    guard place < text.words.count, let candidates = byFirst[text.words[place]] else { return nil }
    for candidate in candidates where place + candidate.words.count <= text.words.count {
      let end = place + candidate.words.count
      if candidate.words.elementsEqual(text.words[place..<end]) {
        return Match(means: candidate.means, range: place..<end)
      }
    }
    return nil
  }

  func first(in text: FoldedWords, from start: Int = 0) -> Match? {
    for place in text.words.indices.dropFirst(start) {
      if let match = match(at: place, in: text) { return match }
    }
    return nil
  }

  /// The longest phrase anywhere; the first of several.
  func longest(in text: FoldedWords) -> Match? {
    var best: Match?
    for place in text.words.indices {
      if let match = match(at: place, in: text), match.range.count > best?.range.count ?? 0 { best = match }
    }
    return best
  }

  func isWhole(_ text: FoldedWords) -> Match? {
    match(at: 0, in: text).flatMap { $0.range.count == text.words.count ? $0 : nil }
  }

  /// A phrase that the text ends with, the longest of them.
  func isEnd(of text: FoldedWords, before end: Int) -> Match? {
    for place in max(0, end - longest)..<max(0, end) {
      for candidate in byFirst[text.words[place]] ?? [] where place + candidate.words.count == end {
        if candidate.words.elementsEqual(text.words[place..<end]) {
          return Match(means: candidate.means, range: place..<end)
        }
      }
    }
    return nil
  }
}

/// A text with its words.
struct ReadText {
  let text: String
  let folded: FoldedWords
  private let utf8: [UInt8]

  init(_ text: String) {
    self.text = text
    folded = FoldedWords(text)
    utf8 = Array(text.utf8)
  }

  var words: [FoldedWords.Word] { folded.words }
  var isEmpty: Bool { words.isEmpty }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return folded.ranges[range.lowerBound].lowerBound..<folded.ranges[range.upperBound - 1].upperBound
  }

  /// The words of a range as they are printed, with what stands between them.
  func string(_ range: Range<Int>) -> String { string(bytes: bytes(range)) }

  func string(bytes range: Range<Int>) -> String {
    String(
      decoding: utf8[min(range.lowerBound, utf8.count)..<min(range.upperBound, utf8.count)], as: UTF8.self)
  }

  /// What stands between a word and the one before it.
  func gap(before word: Int) -> ArraySlice<UInt8> {
    let start = word > 0 ? folded.ranges[word - 1].upperBound : 0
    let end = word < words.count ? folded.ranges[word].lowerBound : utf8.count
    return utf8[min(start, end)..<end]
  }

  func printed(_ word: Int) -> String { string(word..<(word + 1)) }

  /// Whether the word begins with a capital.
  func isCapital(_ word: Int) -> Bool {
    guard word < words.count else { return false }
    return printed(word).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// The year that a word is, if it is one.
  func year(_ word: Int) -> Int? {
    guard word < words.count else { return nil }
    let printed = printed(word)
    guard printed.utf8.count == 4, let year = Int(printed), (1990...2100).contains(year) else { return nil }
    return year
  }
}

extension String {
  /// Without white space at its ends and with one blank for each run of it.
  package var inOneLine: String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = !result.isEmpty
        continue
      }
      if pending { result.append(" ") }
      pending = false
      result.append(scalar)
    }
    return String(result)
  }

  /// Without signs at its ends that part it from what stands around it.
  var bare: String {
    let parting = Set(";,:.-–+ \u{00A0}\n\t*".unicodeScalars)
    var view = unicodeScalars[...]
    while let last = view.last, parting.contains(last) { view.removeLast() }
    while let first = view.first, parting.contains(first) { view.removeFirst() }
    return String(view)
  }
}
