import Catalogue

/// The sentences of one text with all that takes their words back, in them and in their neighbours.
struct Sentences {
  private let text: UnsafeBufferPointer<UInt8>
  private let scan: TextScan
  private let book: PhraseBook
  /// What takes words back in each part of a sentence that has a cue, worked out when it is first asked for.
  private var clauses: [Int: Clauses?] = [:]
  /// Which parts have one; empty where none has.
  private var hasCue: [Bool] = []
  private var blanks: [Int32: StatementReading.Blank] = [:]

  init(_ text: UnsafeBufferPointer<UInt8>, _ scan: TextScan, _ book: PhraseBook) {
    self.text = text
    self.scan = scan
    self.book = book
    guard scan.hits.contains(where: { book.role($0.phrase).contains(.cue) }) else { return }
    hasCue = scan.segments.map { segment in
      segment.hits.contains { book.role(scan.hits[$0].phrase).contains(.cue) }
    }
  }

  private mutating func clauses(_ number: Int) -> Clauses? {
    guard !hasCue.isEmpty, hasCue[number] else { return nil }
    if let known = clauses[number] { return known }
    let found = Clauses(scan.segments[number], scan, book)
    clauses.updateValue(found, forKey: number)
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
  mutating func mentions(
    of ways: [FoundWay], in number: Int, into result: inout [StatementReading.Mention]
  ) {
    let segment = scan.segments[number]
    let sentence = quotation(segment.words)
    let mayBeTakenBack =
      blanks[segment.sentence] != nil || hasCue(near: number) || questionMark(behind: segment) != nil
    let first = result.count
    for found in ways {
      let way = book.ways[Int(found.way)]
      let isKnown = result.count > first && result[result.count - 1].wording == Int(way.wording)
      if isKnown, result[result.count - 1].standing == .shown { continue }
      let mention: StatementReading.Mention
      if mayBeTakenBack {
        let places = places(of: found.way, in: segment)
        guard let (chosen, standing, isWhole) = judged(places, isInOrder: way.isInOrder, in: number) else {
          continue
        }
        mention = self.mention(of: way, chosen, sentence, standing, isWhole: isWhole)
      } else if way.isInOrder {
        guard let words = wordsInOrder(found.way, segment) else { continue }
        mention = self.mention(of: way, words, sentence, .shown)
      } else {
        mention = self.mention(of: way, Int(found.start)..<Int(found.end), sentence, .shown)
      }
      if !isKnown {
        result.append(mention)
      } else if mention.standing == .shown {
        result[result.count - 1] = mention
      }
    }
  }

  /// For each part of a way all words of a segment that say it.
  private func places(of way: Int32, in segment: TextScan.Segment) -> [[Range<Int>]] {
    book.partsOfWay.places(way).map { place in
      let part = book.partsOfWay[place]
      return segment.hits.compactMap { hit in
        book.isPhrase(scan.hits[hit].phrase, of: part) ? scan.hits[hit].range : nil
      }
    }
  }

  /// From the first part of a way to the last, each behind the one before; nil where they do not stand so.
  private func wordsInOrder(_ way: Int32, _ segment: TextScan.Segment) -> Range<Int>? {
    var start: Int32?
    var from: Int32 = 0
    for place in book.partsOfWay.places(way) {
      let part = book.partsOfWay[place]
      // Hits stand in the order of their ends, and the one that ends first leaves most room for the next.
      guard
        let hit = segment.hits.first(where: {
          scan.hits[$0].start >= from && book.isPhrase(scan.hits[$0].phrase, of: part)
        })
      else { return nil }
      start = start ?? scan.hits[hit].start
      from = scan.hits[hit].end
    }
    return start.map { Int($0)..<Int(from) }
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
    _ standing: StatementReading.Standing, isWhole: Bool = false
  ) -> StatementReading.Mention {
    StatementReading.Mention(
      wording: Int(way.wording), way: Int(way.number), range: bytes(words), sentence: sentence,
      standing: standing, isWhole: isWhole)
  }

  /// Whether the parts of a way stand there, and as what: the words from the first to the last, and whether what takes
  /// them back surely takes back all of them.
  /// - Parameter places: for each part all words that say it.
  mutating func judged(
    _ places: [[Range<Int>]], isInOrder: Bool, in number: Int
  ) -> (words: Range<Int>, standing: StatementReading.Standing, isWhole: Bool)? {
    guard let any = Self.choose(places, inOrder: isInOrder) else { return nil }
    func judged(
      _ chosen: [Range<Int>], _ standing: StatementReading.Standing, isWhole: Bool = false
    ) -> (Range<Int>, StatementReading.Standing, Bool) {
      let words = scan.segments[number].words
      let first = chosen.map(\.lowerBound).min() ?? words.lowerBound
      let last = chosen.map(\.upperBound).max() ?? words.upperBound
      return (first..<last, standing, isWhole)
    }
    if let blank = blanks[scan.segments[number].sentence] { return judged(any, .blank(blank)) }
    if let mark = questionMark(behind: scan.segments[number]) {
      return judged(any, .takenBack(.aside, by: Self.question, cue: mark))
    }
    if let cue = cueFromNeighbours(of: number) {
      return judged(any, takenBack(by: cue), isWhole: denial(of: cue).kind == .denial)
    }
    guard let clauses = clauses(number) else { return judged(any, .shown) }
    let spoken = places.flatMap { $0 }
    let standing = places.map { $0.filter { clauses.cue(against: $0, spoken: spoken) == nil } }
    if let chosen = Self.choose(standing, inOrder: isInOrder) { return judged(chosen, .shown) }
    let cues = spoken.compactMap { clauses.cue(against: $0, spoken: spoken) }
    guard let cue = cues.first(where: { !$0.isDoubtful }) ?? cues.first else { return nil }
    let isWhole =
      switch denial(of: cue).kind {
      case .denial: !cue.isDoubtful
      case .postponement, .condition: !cue.isDoubtful && clauses.isOne
      case .aside, .blank, .nothing: false
      }
    return judged(any, takenBack(by: cue), isWhole: isWhole)
  }

  /// What stands for the entry of the catalogue where a sentence asks instead of saying.
  private static let question = "question"

  /// Where a question mark stands between a part of a sentence and the words behind it.
  private func questionMark(behind segment: TextScan.Segment) -> Range<Int>? {
    let last = segment.words.upperBound
    guard last > segment.words.lowerBound else { return nil }
    let end = last < scan.words.count ? Int(scan.words[last].start) : text.count
    var place = Int(scan.words[last - 1].end)
    while place < end {
      if text[place] == UInt8(ascii: "?") { return place..<place + 1 }
      if place + 2 < end, text[place] == 0xEF, text[place + 1] == 0xBC, text[place + 2] == 0x9F {
        return place..<place + 3
      }
      place += 1
    }
    return nil
  }

  private func denial(of cue: Clauses.Cue) -> Denial { book.denials[Int(book.cues[Int(cue.number)].denial)] }

  private func takenBack(by cue: Clauses.Cue) -> StatementReading.Standing {
    let denial = denial(of: cue)
    return .takenBack(denial.kind, by: denial.id, cue: bytes(cue.words))
  }

  /// One place for each part; in order, where they must follow each other. Nil where there is none.
  static func choose(_ places: [[Range<Int>]], inOrder: Bool) -> [Range<Int>]? {
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
