import Catalogue

/// Whether a text as a whole states nothing: "Chưa có (dự kiến 2027)", "a) Như trên", "N/A", a dash.
enum WordsForNothing {
  /// More words than this always say something.
  private static let most = 60

  static func reason(
    _ scan: TextScan, _ book: PhraseBook, blanks: [StatementReading.Blank]
  ) -> StatementReading.Nothing? {
    guard scan.words.count <= most else { return nil }
    if !hasTwoLetters(scan) { return blanks.isEmpty ? .noWords : .blank }
    let mayBe = !blanks.isEmpty || scan.hits.contains { !book.role($0.phrase).isDisjoint(with: .opens) }
    guard mayBe else { return nil }
    var covered = scan.words.indices.map { index in
      blanks.contains { $0.range.contains(scan.words[index].bytes) }
    }
    if covered.allSatisfy({ $0 }) { return .blank }
    var cue: Range<Int>?
    cover(&covered, 0..<scan.words.count, scan, book) { range in
      cue = cue ?? range
    }
    let isLabel = scan.words[0].traits.contains(.oneLetter) || scan.words[0].traits.contains(.digits)
    if isLabel { covered[0] = true }
    guard covered.allSatisfy({ $0 }) else { return nil }
    if let cue {
      return .words(cue: Int(scan.words[cue.lowerBound].start)..<Int(scan.words[cue.upperBound - 1].end))
    }
    return blanks.isEmpty ? nil : .blank
  }

  /// Whether the words are nothing but cues and what says nothing beside them.
  static func cover(
    _ words: Range<Int>, _ scan: TextScan, _ book: PhraseBook
  ) -> Bool {
    var covered = [Bool](repeating: false, count: words.count)
    cover(&covered, words, scan, book) { _ in }
    return covered.allSatisfy { $0 }
  }

  private static func cover(
    _ covered: inout [Bool], _ words: Range<Int>, _ scan: TextScan, _ book: PhraseBook,
    cue: (Range<Int>) -> Void
  ) {
    // "Không gian", "không phụ thuộc" hold a cue and are none.
    let hits = book.clauseAutomaton.hits(scan.words, in: words)
    let exceptions = hits.filter { book.role($0.phrase).contains(.exception) }.map(\.range)
    for hit in hits {
      let roles = book.role(hit.phrase)
      guard !roles.isDisjoint(with: .saysNothing) else { continue }
      let range = hit.range
      let isCue = !roles.isDisjoint(with: [.cue, .nothing])
      if isCue, exceptions.contains(where: { $0.contains(range) && $0 != range }) { continue }
      if isCue { cue(range) }
      for index in range where words.contains(index) { covered[index - words.lowerBound] = true }
    }
    for index in words where scan.words[index].traits.contains(.digits) {
      covered[index - words.lowerBound] = true
    }
  }

  private static func hasTwoLetters(_ scan: TextScan) -> Bool {
    var letters = 0
    for word in scan.words where !word.traits.contains(.digits) {
      letters += word.traits.contains(.oneLetter) ? 1 : 2
      if letters >= 2 { return true }
    }
    return false
  }
}
