import Catalogue

/// What in one part of a sentence takes its words back, and how far.
struct Clauses {
  struct Cue {
    let words: Range<Int>
    let number: Int32
    let before: Denial.Reach
    let after: Denial.Reach
    /// Nothing of its own follows: "… không áp dụng", "… chưa được thực hiện trong kỳ này".
    let isBare: Bool
    /// The same, and nothing at all follows: "… chưa được thực hiện".
    let isLast: Bool
    /// Whether it may as well speak of the last words before it alone.
    var isDoubtful = false
  }

  private enum Reaching {
    case no
    case doubtful
    case yes
  }

  /// Two cues that cancel each other, as far as a way has words among those that they affirm.
  private struct Affirmed {
    let remaining: Range<Int>
    let words: Range<Int>
  }

  let words: Range<Int>
  private(set) var cues: [Cue] = []
  private var breaks: [Range<Int>] = []
  /// Those that only what stands behind them escapes by.
  private var forwardBreaks: [Range<Int>] = []
  private var openings: [Int] = []
  private var openingVerbs: [Int] = []
  private var predicates: [Range<Int>] = []
  private var adverbs: [Range<Int>] = []
  private var affirmed: [Affirmed] = []
  /// Where a comma, a colon, a dash or a bracket stands before the word.
  private var pauses: [Int] = []
  private var closings: Set<Int> = []
  private var colons: [Int] = []
  /// Whether the words begin as a name of things to do: "Việc …", "Các nội dung …". A verb in it is no verb of the sentence.
  private var isNamed = false
  /// Whether nothing parts or joins the words: no comma, no conjunction, no word for a part or a time.
  private(set) var isOne = false

  /// Nil where nothing takes anything back.
  init?(_ segment: TextScan.Segment, _ scan: TextScan, _ book: PhraseBook) {
    guard segment.hits.contains(where: { book.role(scan.hits[$0].phrase).contains(.cue) }) else {
      return nil
    }
    words = segment.words
    let hits = book.clauseAutomaton.hits(scan.words, in: words)
    var found: [(hit: TextScan.Hit, cue: Int32)] = []
    for hit in hits {
      guard book.role(hit.phrase).contains(.cue) else { continue }
      for place in book.cuesOfPhrase.places(hit.phrase) { found.append((hit, book.cuesOfPhrase[place])) }
    }
    guard !found.isEmpty else { return nil }
    for index in segment.words where index > segment.words.lowerBound {
      let gap = scan.words[index].gap
      guard !gap.isDisjoint(with: .pause) else { continue }
      pauses.append(index)
      if gap.contains(.closing) { closings.insert(index) }
      if gap.contains(.colon) { colons.append(index) }
    }
    var exceptions: [Range<Int>] = []
    var noBreaks: [Range<Int>] = []
    var lightVerbs: [Range<Int>] = []
    var adverbials: Set<Int> = []
    for hit in hits {
      let roles = book.role(hit.phrase)
      guard !roles.isEmpty else { continue }
      let range = hit.range
      if roles.contains(.exception) { exceptions.append(range) }
      if roles.contains(.breaks) { breaks.append(range) }
      if roles.contains(.forwardBreak) { forwardBreaks.append(range) }
      if roles.contains(.noBreak) { noBreaks.append(range) }
      if roles.contains(.opening) { openings.append(range.lowerBound) }
      if roles.contains(.openingVerb) { openingVerbs.append(range.lowerBound) }
      if roles.contains(.predicate) { predicates.append(range) }
      if roles.contains(.adverb) { adverbs.append(range) }
      if roles.contains(.lightVerb) { lightVerbs.append(range) }
      if roles.contains(.adverbial) { adverbials.insert(range.lowerBound) }
    }
    isNamed = hits.contains { Int($0.start) == words.lowerBound && book.role($0.phrase).contains(.naming) }
    isOne = pauses.isEmpty && !hits.contains { !book.role($0.phrase).isDisjoint(with: [.partial, .breaks]) }
    breaks.removeAll { candidate in noBreaks.contains { $0.contains(candidate) } }
    for (hit, number) in found {
      let cue = book.cues[Int(number)]
      guard let range = Self.whole(hit, cue, hits, breaks: breaks) else { continue }
      if cue.isFirst, !isFirst(range.lowerBound, scan) { continue }
      // "Các phường, xã: chưa có" holds no "xã chưa có".
      guard
        !exceptions.contains(where: { exception in
          exception.contains(range) && exception != range
            && !colons.contains { $0 > exception.lowerBound && $0 < exception.upperBound }
        })
      else { continue }
      var next = range.upperBound
      while let verb = lightVerbs.filter({ $0.lowerBound == next }).max(by: {
        $0.upperBound < $1.upperBound
      }),
        next == range.upperBound || !pauses.contains(next)
      {
        if pauses.contains(next) { break }
        next = verb.upperBound
      }
      let isBare = next >= words.upperBound || pauses.contains(next) || adverbials.contains(next)
      let isLast = next >= words.upperBound || pauses.contains(next)
      cues.append(
        Cue(
          words: range, number: number, before: cue.before, after: cue.after, isBare: isBare,
          isLast: isLast))
    }
    cancelDoubles(hits, book)
    if cues.isEmpty { return nil }
  }

  /// Whether nothing but a number or a letter of a list stands before the word.
  private func isFirst(_ word: Int, _ scan: TextScan) -> Bool {
    (words.lowerBound..<word).allSatisfy { !scan.words[$0].traits.isDisjoint(with: [.digits, .oneLetter]) }
  }

  /// The words of a cue; for one of two parts, to the end of the second. Nil where the second is not near.
  private static func whole(
    _ hit: TextScan.Hit, _ cue: PhraseBook.Cue, _ hits: [TextScan.Hit], breaks: [Range<Int>]
  ) -> Range<Int>? {
    guard let second = cue.second else { return hit.range }
    for other in hits {
      guard other.phrase == second, other.start >= hit.end, other.start - hit.end <= Self.near else {
        continue
      }
      let between = Int(hit.end)..<Int(other.start)
      guard !breaks.contains(where: { between.contains($0) }) else { continue }
      return Int(hit.start)..<Int(other.end)
    }
    return nil
  }

  /// How many words may stand between the parts of a cue.
  private static let near: Int32 = 12

  private mutating func cancelDoubles(_ all: [TextScan.Hit], _ book: PhraseBook) {
    let hits = all.filter { book.role($0.phrase).contains(.double) }
    guard hits.count > 1 else { return }
    for double in book.doubles {
      for first in hits where double.first.contains(first.phrase) {
        for second in hits where double.second.contains(second.phrase) && second.start >= first.end {
          let between = Int(first.end)..<Int(second.start)
          guard between.count <= Self.farthest, !breaks.contains(where: { between.contains($0) }) else {
            continue
          }
          let cancelled = double.cancels == .first ? first.range : second.range
          cues.removeAll { $0.words.overlaps(cancelled) }
          affirmed.append(
            Affirmed(
              remaining: double.cancels == .first ? second.range : first.range,
              words: double.cancels == .first ? between : Int(second.end)..<words.upperBound))
        }
      }
    }
  }

  private static let farthest = 20

  /// The cue that takes the words back; nil where they stand.
  /// - Parameters:
  ///   - spoken: all words of the way, which hold no cue against themselves.
  func cue(against occurrence: Range<Int>, spoken: [Range<Int>]) -> Cue? {
    var doubtful: Cue?
    for cue in cues where !spoken.contains(where: { $0.contains(cue.words) }) {
      let reaching = reaching(of: cue, over: occurrence)
      guard reaching != .no else { continue }
      // "Không đưa vào sử dụng khi chưa kiểm tra": the second half says it, and the first belongs to it.
      let isAffirmed = affirmed.contains { pair in
        pair.remaining.overlaps(cue.words) && spoken.contains { pair.words.contains($0) }
      }
      guard !isAffirmed else { continue }
      if reaching == .yes { return cue }
      if doubtful == nil {
        doubtful = cue
        doubtful?.isDoubtful = true
      }
    }
    return doubtful
  }

  /// The cue that reaches over the end of this part into the items of the list that it begins.
  var cueOverList: Cue? {
    cues.first { cue in
      cue.after != .none && colons.last ?? -1 >= cue.words.upperBound
        && reachesForward(cue, to: words.upperBound)
    }
  }

  /// The same where the colon is the end of the part.
  var cueAtEnd: Cue? {
    cues.first { $0.after != .none && reachesForward($0, to: words.upperBound) }
  }

  /// The cue that has no subject here, so that it speaks of what stood before.
  var cueWithoutSubject: Cue? {
    cues.first { cue in
      cue.before != .none && cue.isBare && isCovered(words.lowerBound..<cue.words.lowerBound)
        && !breaks.contains { $0.upperBound <= cue.words.lowerBound }
    }
  }

  private func reaching(of cue: Cue, over occurrence: Range<Int>) -> Reaching {
    if occurrence.lowerBound >= cue.words.upperBound {
      return cue.after != .none && reachesForward(cue, to: occurrence.lowerBound) ? .yes : .no
    }
    if occurrence.upperBound <= cue.words.lowerBound {
      return cue.before != .none ? reachingBack(cue, to: occurrence.upperBound) : .no
    }
    return .yes
  }

  private func reachesForward(_ cue: Cue, to word: Int) -> Bool {
    let between = cue.words.upperBound..<word
    if breaks.contains(where: { between.contains($0) }) { return false }
    if forwardBreaks.contains(where: { between.contains($0) }) { return false }
    // What a bracket says against something ends with the bracket.
    let inside = (cue.words.upperBound...max(word, cue.words.upperBound)).filter { pauses.contains($0) }
    if inside.contains(where: { closings.contains($0) }), isInBracket(cue) { return false }
    if cue.after == .sentence { return true }
    return !inside.contains { pause in
      // "Chưa có các nội dung sau: ưu tiên …": a colon begins what is denied.
      if colons.contains(pause) { return false }
      if openings.contains(pause) { return true }
      // "Không đầu tư dàn trải, ưu tiên …", but "chưa triển khai, bảo đảm …".
      return openingVerbs.contains(pause) && pause - cue.words.lowerBound >= 4
    }
  }

  private func isInBracket(_ cue: Cue) -> Bool {
    // The nearest bracket sign before the cue opens one.
    guard let pause = pauses.last(where: { $0 <= cue.words.lowerBound }) else { return false }
    return !closings.contains(pause)
  }

  private func reachingBack(_ cue: Cue, to word: Int) -> Reaching {
    let between = word..<cue.words.lowerBound
    if let last = breaks.last(where: { between.contains($0) }) {
      // "…, tuy nhiên việc này chưa được thực hiện": what stands between speaks of what stands before.
      return cue.isLast && isCovered(last.upperBound..<cue.words.lowerBound) ? .yes : .no
    }
    if cue.before == .sentence { return .yes }
    // "Mô hình không tin cậy: chưa có kế hoạch": what stands behind a colon is said of what stands before it.
    if colons.contains(cue.words.lowerBound) { return .yes }
    if cue.before == .bare, !cue.isBare { return .no }
    var pending = pauses.filter { $0 > word - 1 && $0 <= cue.words.lowerBound && $0 >= word }[...]
    guard var end = pending.popLast() else { return .yes }
    if isCovered(end..<cue.words.lowerBound) {
      // "Mô hình không tin cậy, chưa áp dụng": the cue has no subject of its own, so all of it is meant.
      return cue.isBare ? .yes : .no
    }
    // A list of subjects goes on until a part of it has a verb of its own. "Việc … được …, … chưa được thực hiện" may be
    // the name of one thing; so may a part that begins with its verb go on with the one before: "…, được …, …".
    var reaching = Reaching.yes
    while true {
      let start = pending.last ?? words.lowerBound
      if hasPredicate(in: start..<max(start, end)) {
        let goesOn = cue.isLast && start != words.lowerBound && beginsWithPredicate(start)
        guard goesOn || isNamed && cue.isBare else { return .no }
        reaching = .doubtful
      }
      guard let pause = pending.popLast() else { return reaching }
      end = pause
    }
  }

  private func hasPredicate(in range: Range<Int>) -> Bool {
    predicates.contains { range.contains($0) }
  }

  private func beginsWithPredicate(_ word: Int) -> Bool { predicates.contains { $0.lowerBound == word } }

  /// Whether all these words are adverbs.
  private func isCovered(_ range: Range<Int>) -> Bool {
    var next = range.lowerBound
    while next < range.upperBound {
      guard let adverb = adverbs.filter({ $0.lowerBound == next }).map(\.upperBound).max(),
        adverb <= range.upperBound
      else { return false }
      next = adverb
    }
    return true
  }
}

extension TextScan.Hit {
  var range: Range<Int> { Int(start)..<Int(end) }
}

extension Range<Int> {
  func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
