import Catalogue

/// The sentences of one text with all that takes their words back, in them and in their neighbours.
struct Sentences {
  private let text: UnsafeBufferPointer<UInt8>
  private let scan: TextScan
  private let book: PhraseBook
  /// What takes words back in each part of a sentence that has a cue, worked out when it is first asked for.
  private var clauses: [Clauses??]
  /// Which parts have one; empty where none has.
  private var hasCue: [Bool] = []
  private var blanks: [Int32: StatementReading.Blank] = [:]

  init(_ text: UnsafeBufferPointer<UInt8>, _ scan: TextScan, _ book: PhraseBook) {
    self.text = text
    self.scan = scan
    self.book = book
    clauses = [Clauses??](repeating: nil, count: scan.segments.count)
    guard scan.hits.contains(where: { book.roles[Int($0.phrase)].contains(.cue) }) else { return }
    hasCue = scan.segments.map { segment in
      segment.hits.contains { book.roles[Int(scan.hits[$0].phrase)].contains(.cue) }
    }
  }

  private mutating func clauses(_ number: Int) -> Clauses? {
    guard !hasCue.isEmpty, hasCue[number] else { return nil }
    if let known = clauses[number] { return known }
    let found = Clauses(scan.segments[number], scan, book)
    clauses[number] = .some(found)
    return found
  }

  /// Notes which sentences were not filled in.
  mutating func mark(_ found: [StatementReading.Blank]) {
    guard !found.isEmpty else { return }
    for blank in found {
      for segment in scan.segments where touches(blank.range, segment) {
        blanks[segment.sentence] = blanks[segment.sentence] ?? blank
      }
    }
  }

  /// Whether a blank stands among the words of a segment, or between them and their neighbours.
  private func touches(_ range: Range<Int>, _ segment: TextScan.Segment) -> Bool {
    let before = segment.words.lowerBound > 0 ? Int(scan.words[segment.words.lowerBound - 1].end) : 0
    let after =
      segment.words.upperBound < scan.words.count ? Int(scan.words[segment.words.upperBound].start) : Int.max
    return range.upperBound > before && range.lowerBound < after
      && (range.lowerBound >= before || range.upperBound > Int(scan.words[segment.words.lowerBound].start))
  }

  /// For each wording of the ways the one that shows it or, failing that, the first that is taken back.
  /// - Parameter places: for each part the first words that say it.
  mutating func mentions(
    of ways: [Int32], in number: Int, places: [Range<Int32>], into result: inout [StatementReading.Mention]
  ) {
    let sentence = quotation(scan.segments[number].words)
    let mayBeTakenBack = blanks[scan.segments[number].sentence] != nil || hasCue(near: number)
    let first = result.count
    for wayNumber in ways {
      let way = book.ways[Int(wayNumber)]
      let isKnown = result.count > first && result[result.count - 1].wording == Int(way.wording)
      if isKnown, result[result.count - 1].standing == .shown { continue }
      let mention: StatementReading.Mention?
      if mayBeTakenBack || way.isInOrder {
        mention = self.mention(of: way, in: number, sentence: sentence)
      } else {
        let start = way.says.lazy.map { places[Int($0)].lowerBound }.min() ?? 0
        let end = way.says.lazy.map { places[Int($0)].upperBound }.max() ?? 0
        mention = self.mention(of: way, Int(start)..<Int(end), sentence, .shown)
      }
      guard let mention else { continue }
      if !isKnown {
        result.append(mention)
      } else if mention.standing == .shown {
        result[result.count - 1] = mention
      }
    }
  }

  /// Whether a part, another of its sentence or the sentence behind it has a cue.
  private func hasCue(near number: Int) -> Bool {
    guard !hasCue.isEmpty else { return false }
    let sentence = scan.segments[number].sentence
    var first = number
    while first > 0, scan.segments[first - 1].sentence == sentence { first -= 1 }
    var last = number
    while last + 1 < scan.segments.count, scan.segments[last + 1].sentence <= sentence + 1 { last += 1 }
    return (first...last).contains { hasCue[$0] }
  }

  private func mention(
    of way: PhraseBook.Way, _ words: Range<Int>, _ sentence: Range<Int>,
    _ standing: StatementReading.Standing
  ) -> StatementReading.Mention {
    StatementReading.Mention(
      wording: Int(way.wording), way: Int(way.number), range: bytes(words), sentence: sentence,
      standing: standing)
  }

  private mutating func mention(
    of way: PhraseBook.Way, in number: Int, sentence: Range<Int>
  ) -> StatementReading.Mention? {
    let segment = scan.segments[number]
    let places = way.says.map { say in
      let phrases = book.phrasesOfSay[Int(say)]
      return segment.hits.compactMap { place in
        let hit = scan.hits[place]
        return phrases.contains(hit.phrase) ? hit.range : nil
      }
    }
    guard let any = Self.choose(places, inOrder: way.isInOrder) else { return nil }
    func mention(_ chosen: [Range<Int>], _ standing: StatementReading.Standing) -> StatementReading.Mention {
      let first = chosen.map(\.lowerBound).min() ?? segment.words.lowerBound
      let last = chosen.map(\.upperBound).max() ?? segment.words.upperBound
      return self.mention(of: way, first..<last, sentence, standing)
    }
    if let blank = blanks[segment.sentence] { return mention(any, .blank(blank)) }
    if let cue = cueFromNeighbours(of: number) { return mention(any, takenBack(by: cue)) }
    guard let clauses = clauses(number) else { return mention(any, .shown) }
    let spoken = places.flatMap { $0 }
    let standing = places.map { $0.filter { clauses.cue(against: $0, spoken: spoken) == nil } }
    if let chosen = Self.choose(standing, inOrder: way.isInOrder) { return mention(chosen, .shown) }
    let cue = spoken.lazy.compactMap { clauses.cue(against: $0, spoken: spoken) }.first
    return cue.map { mention(any, takenBack(by: $0)) }
  }

  private func takenBack(by cue: Clauses.Cue) -> StatementReading.Standing {
    let denial = book.denials[Int(book.cues[Int(cue.number)].denial)]
    return .takenBack(denial.kind, by: denial.id, cue: bytes(cue.words))
  }

  /// One place for each part; in order, where they must follow each other. Nil where there is none.
  private static func choose(_ places: [[Range<Int>]], inOrder: Bool) -> [Range<Int>]? {
    var chosen: [Range<Int>] = []
    var from = 0
    for candidates in places {
      let allowed = inOrder ? candidates.filter { $0.lowerBound >= from } : candidates
      // The one that ends first leaves most room for the next.
      guard let first = allowed.min(by: { $0.upperBound < $1.upperBound }) else { return nil }
      chosen.append(first)
      from = first.upperBound
    }
    return chosen
  }

  private func bytes(_ words: Range<Int>) -> Range<Int> {
    guard words.lowerBound < words.upperBound else { return 0..<0 }
    return Int(scan.words[words.lowerBound].start)..<Int(scan.words[words.upperBound - 1].end)
  }

  /// The same with the signs that touch its first and last word: brackets, quotation marks, the full stop.
  private func quotation(_ words: Range<Int>) -> Range<Int> {
    let inner = bytes(words)
    let before = words.lowerBound > 0 ? Int(scan.words[words.lowerBound - 1].end) : 0
    let after =
      words.upperBound < scan.words.count ? Int(scan.words[words.upperBound].start) : text.count
    var start = inner.lowerBound
    while start > before, text[start - 1] > 0x20 { start -= 1 }
    var end = inner.upperBound
    while end < after, text[end] > 0x20 { end += 1 }
    return start..<end
  }

  // MARK: What stands in another part of the sentence

  private mutating func cueFromNeighbours(of number: Int) -> Clauses.Cue? {
    cueOverList(above: number) ?? cueBehind(number) ?? cueInNextSentence(number)
  }

  /// "Đề án chưa có các nội dung sau: …; …": what begins a list counts for each of its items.
  private mutating func cueOverList(above number: Int) -> Clauses.Cue? {
    let sentence = scan.segments[number].sentence
    for earlier in (0..<number).reversed() {
      guard scan.segments[earlier].sentence == sentence else { return nil }
      guard let clauses = clauses(earlier) else { continue }
      if let cue = clauses.cueOverList { return cue }
      let next = scan.segments[earlier + 1].words.lowerBound
      if scan.words[next].gap.contains(.colon), let cue = clauses.cueAtEnd { return cue }
    }
    return nil
  }

  /// "…; …; đều chưa được áp dụng": a part without a subject speaks of those before it.
  private mutating func cueBehind(_ number: Int) -> Clauses.Cue? {
    let sentence = scan.segments[number].sentence
    for later in scan.segments.indices.dropFirst(number + 1) {
      guard scan.segments[later].sentence == sentence, !scan.segments[later].beginsLine else { return nil }
      if let cue = clauses(later)?.cueWithoutSubject { return cue }
    }
    return nil
  }

  /// "…. Nội dung này sẽ bổ sung sau.": a sentence that states nothing of its own takes back the one before it.
  private mutating func cueInNextSentence(_ number: Int) -> Clauses.Cue? {
    let sentence = scan.segments[number].sentence
    guard
      let next = scan.segments.indices.dropFirst(number + 1).first(where: {
        scan.segments[$0].sentence != sentence
      }), !scan.segments[next].beginsLine, let cue = clauses(next)?.cues.first,
      WordsForNothing.cover(scan.segments[next].words, scan, book)
    else { return nil }
    return cue
  }
}
