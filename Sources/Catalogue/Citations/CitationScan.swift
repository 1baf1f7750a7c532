/// Finds the texts that a print names, in their order, and what the line does with each. Knows the forms of numbers and
/// the kinds of documents; which names the catalogue has it is told.
struct CitationScan {
  /// A name of the catalogue that begins at a word.
  struct Name {
    /// How many words of the print it takes up.
    let words: Int
    let kind: Instrument.Kind?
    /// Nothing but punctuation may follow.
    let isShort: Bool
  }

  private let text: FoldedText
  private let words: [FoldedWord]
  private let name: (Int) -> Name?
  private let isKnownSymbol: (String) -> Bool
  private let kinds = InstrumentKinds.known
  private(set) var mentions: [Mention] = []
  /// Brackets that are open where the last one stands, and where one began to be about others.
  private var aboutSince: Mention?
  private var aboutInBracket = false

  init(
    _ text: FoldedText, words: [FoldedWord], isKnownSymbol: @escaping (String) -> Bool,
    name: @escaping (Int) -> Name?
  ) {
    self.text = text
    self.words = words
    self.name = name
    self.isKnownSymbol = isKnownSymbol
    var index = 0
    while index < words.count { index = take(index) }
    finish()
  }

  /// Looks at a word, and gives the one to look at next.
  private mutating func take(_ index: Int) -> Int {
    guard let found = mention(at: index) else { return index + 1 }
    add(found, at: index)
    let end = mentions.last?.end ?? found.end
    return max(index + 1, words[index...].firstIndex { $0.start >= end } ?? words.count)
  }

  private func mention(at index: Int) -> Mention? {
    let word = words[index]
    let first = word.text.utf8.first ?? 0
    if first >= 0x30, first <= 0x39 { return number(at: index) }
    if StandardDesignation.series.contains(word.text) || word.text == Self.amending,
      let standard = StandardDesignation(at: word.start, in: text)
    {
      var found = Mention(word.start..<standard.end)
      found.standard = standard
      return found
    }
    if let phrase = kinds.phrase(at: index, in: words) { return document(phrase, at: index) }
    return named(at: index, kind: nil)
  }

  // MARK: Numbers

  private func number(at index: Int) -> Mention? {
    let word = words[index]
    if let last = mentions.last, let standard = last.standard, isList(from: last.end, to: word.start),
      let next = StandardDesignation(at: word.start, in: text, series: standard.series)
    {
      var found = Mention(word.start..<next.end)
      found.standard = next
      return found
    }
    guard let designation = InstrumentDesignation(at: word.start, in: text), stands(designation) else {
      return named(at: index, kind: nil)
    }
    var found = Mention(word.start..<designation.end)
    found.number = designation
    found.end = endWithDate(after: index, from: designation.end)
    return found
  }

  /// A number without the name of its kind: it has a symbol, or is all that is printed.
  private func stands(_ designation: InstrumentDesignation) -> Bool {
    let isInside =
      designation.start > 0
      && (text.letters[designation.start - 1] == "/" || text.letters[designation.start - 1] == "-")
    guard let symbol = designation.symbol else {
      let before = words.prefix { $0.start < designation.start }
      return !isInside && mentions.isEmpty
        && before.allSatisfy { $0.text == PrintWords.number || kinds.isName($0.text) }
    }
    if kinds.row(ofSymbol: symbol) != nil || isKnownSymbol(symbol) { return true }
    let begin = designation.end - symbol.unicodeScalars.count
    return !isInside && symbol.utf8.contains(UInt8(ascii: "-")) && begin > 0 && text.isCapital(begin)
  }

  /// Nothing but what parts the members of a list.
  private func isList(from start: Int, to end: Int) -> Bool {
    let between = words.filter { $0.start >= start && $0.end <= end }
    return between.allSatisfy { $0.text == Self.and }
      && text.letters[start..<end].contains { ",;+&".unicodeScalars.contains($0) || $0 == " " }
  }

  // MARK: Kinds

  private func document(_ phrase: InstrumentKinds.Phrase, at index: Int) -> Mention? {
    let row = kinds.rows[phrase.row]
    if row.kind == .law, index > 0, Self.notLaws.contains(words[index - 1].text) { return nil }
    let start = words[index].start
    let last = index + phrase.words.count - 1
    var found = Mention(start..<words[last].end, row)
    var next = last + 1
    if next < words.count, words[next].text == PrintWords.number { next += 1 }
    if next < words.count,
      text.letters[words[last].end..<words[next].start].allSatisfy(Self.mayStandBeforeNumber)
    {
      if let designation = InstrumentDesignation(at: words[next].start, in: text), fits(designation, row) {
        found.number = designation
        found.end = endWithDate(after: next, from: designation.end)
        return found
      }
      if let serial = words[next].number(digits: 6), let end = dateOrYear(after: next) {
        found.serial = serial
        found.end = end
        return found
      }
    }
    if let named = named(at: index, kind: row) { return named }
    if phrase.isAbbreviation {
      // "QĐ 392": which decision is meant is not told.
      guard next < words.count, text.isCapital(start), let serial = words[next].number(digits: 6),
        next + 1 == words.count || !isJustBefore(words[next + 1], words[next].end)
      else { return nil }
      found.serial = serial
      found.end = words[next].end
      return found
    }
    if row.kind == .law {
      guard index == 0 || text.isCapital(start) || next > last + 1 else { return nil }
      found.isNamed = true
      found.end = endOfTitle(from: last + 1, found.end)
      found.isUnfinished = words.contains { word in
        word.start >= found.end && text.letters[found.end..<word.start].allSatisfy { $0 == " " }
          && kinds.isName(word.text)
      }
      return found
    }
    return row.standsAlone ? found : nil
  }

  private static func mayStandBeforeNumber(_ sign: Unicode.Scalar) -> Bool {
    sign == " " || sign == ":" || sign == "." || sign.isWordPart
  }

  /// The symbol tells the kind that is printed, or none that the table knows.
  private func fits(_ designation: InstrumentDesignation, _ row: InstrumentKinds.Row) -> Bool {
    guard let symbol = designation.symbol else { return designation.year != nil }
    guard let told = kinds.row(ofSymbol: symbol) else { return true }
    if told.name == row.name { return true }
    let ofAssembly: [Instrument.Kind?] = [.law, .resolution, nil]
    if symbol.hasPrefix("qh") || symbol.hasPrefix("ubtvqh") { return ofAssembly.contains(row.kind) }
    let notes: [Instrument.Kind?] = [.conclusion, .announcement]
    return notes.contains(told.kind) && notes.contains(row.kind)
  }

  private func named(at index: Int, kind: InstrumentKinds.Row?) -> Mention? {
    guard let name = name(index) else { return nil }
    let last = index + name.words - 1
    if name.isShort, last + 1 < words.count, isJustBefore(words[last + 1], words[last].end) { return nil }
    // The name of the text that the kind before it tells: "Quyết định ban hành Khung …".
    var found = Mention(words[index].start..<words[last].end, kind)
    found.isNamed = true
    found.isShort = name.isShort
    if !name.isShort { found.end = endWithDate(after: last, from: found.end) }
    return found
  }

  private func isJustBefore(_ word: FoldedWord, _ end: Int) -> Bool {
    text.letters[end..<word.start].allSatisfy { $0 == " " || $0 == "-" || $0 == "/" }
      && word.text != Self.and
  }

  // MARK: Dates

  private func endWithDate(after index: Int, from end: Int) -> Int {
    guard let next = words[index...].firstIndex(where: { $0.start >= end }) else { return end }
    let between = text.letters[end..<words[next].start]
    guard between.allSatisfy({ " ,(".unicodeScalars.contains($0) }),
      words[next].year == nil || !between.contains(",")
    else { return end }
    return dateOrYear(at: next) ?? end
  }

  private func dateOrYear(after index: Int) -> Int? {
    index + 1 < words.count ? dateOrYear(at: index + 1) : nil
  }

  /// Where a date ends, or "năm 2025".
  private func dateOrYear(at index: Int) -> Int? {
    if let date = PrintedDate(words[index...], at: 0) { return words[index + date.length - 1].end }
    guard words[index].text == PrintWords.year, index + 1 < words.count, words[index + 1].year != nil else {
      return words[index].year == nil ? nil : words[index].end
    }
    return words[index + 1].end
  }

  /// The title of a law goes to its date; without one to the first comma.
  private func endOfTitle(from first: Int, _ end: Int) -> Int {
    var comma: Int?
    for index in first..<max(first, min(first + 24, words.count)) {
      let between = text.letters[(index > 0 ? words[index - 1].end : 0)..<words[index].start]
      if between.contains(where: { ";().".unicodeScalars.contains($0) }) {
        return comma ?? words[index - 1].end
      }
      if comma == nil, between.contains(",") { comma = words[index - 1].end }
      if index > first, kinds.phrase(at: index, in: words) != nil, text.isCapital(words[index].start) {
        let isJoined = words[index - 1].text == Self.and && index - 1 > first
        return words[isJoined ? index - 2 : index - 1].end
      }
      if words[index].text == PrintWords.number, index + 1 < words.count,
        InstrumentDesignation(at: words[index + 1].start, in: text) != nil
      {
        return words[index - 1].end
      }
      if let date = PrintedDate(words[index...], at: 0) { return words[index + date.length - 1].end }
      if words[index].text == PrintWords.year, let end = dateOrYear(at: index) { return end }
    }
    return comma ?? min(words.last?.end ?? end, text.letters.count)
  }

  private static let amending = PrintWords.folded("sửa")
  private static let and = PrintWords.folded("và")
  /// "pháp luật", "kỷ luật", "quy luật" name no law.
  private static let notLaws = Set(["pháp", "kỷ", "quy", "định", "án"].map(PrintWords.folded))
}

// What a line does with a text.
extension CitationScan {
  private mutating func add(_ found: Mention, at index: Int) {
    var found = found
    let previous = mentions.last
    let start = previous?.end ?? 0
    let between = words.prefix(index).drop { $0.start < start }
    let gap = MentionGap(text, between, from: start, to: found.start, isFirst: previous == nil)
    if gap.isBreak || gap.closesBracket && aboutInBracket { forgetAbout() }
    guard let previous else {
      found.role = gap.denies ? .denied : .cited
      return append(found)
    }
    if joins(found, to: previous, gap) {
      mentions[mentions.count - 1].end = found.end
      mentions[mentions.count - 1].number = found.number
      mentions[mentions.count - 1].limit = found.end
      return
    }
    // A kind without a number in the midst of a title names no text.
    if found.isBare, !gap.isBreak, !gap.isJoined { return }
    found.role = role(of: found, after: previous, gap)
    if found.role == .about, aboutSince == nil {
      aboutSince = found
      aboutInBracket = gap.opensBracket
    }
    append(found)
  }

  private mutating func append(_ mention: Mention) {
    if let last = mentions.indices.last { mentions[last].limit = mention.start }
    mentions.append(mention)
    mentions[mentions.count - 1].limit = text.letters.count
  }

  private mutating func forgetAbout() {
    aboutSince = nil
    aboutInBracket = false
  }

  /// The number of the text that the kind or title before it names: "Luật Chuyển đổi số số 148/2025/QH15".
  private func joins(_ found: Mention, to previous: Mention, _ gap: MentionGap) -> Bool {
    guard !previous.isNumbered, !gap.isBreak, let kind = previous.kind else { return false }
    if found.kind == nil, found.standard == nil, !found.isNumbered {
      // A name of the catalogue in the title of its own text.
      return previous.isBare && !gap.isJoined && !gap.endsInRelation && nameIsOf(kind, found)
    }
    guard found.isNumbered, let number = found.number, fits(number, kind) else { return false }
    if found.kind == nil { return !gap.endsInRelation && !(gap.isJoined && gap.isJoinedByAnd) }
    return found.kind?.name == kind.name && previous.isNamed && gap.opensBracket && gap.isWordless
  }

  private func nameIsOf(_ kind: InstrumentKinds.Row, _ found: Mention) -> Bool {
    guard let index = words.firstIndex(where: { $0.start == found.start }), let name = name(index) else {
      return false
    }
    return name.kind == kind.kind
  }

  private func role(of found: Mention, after previous: Mention, _ gap: MentionGap) -> PrintedCitation.Role {
    if gap.denies, gap.isBreak || gap.isJoined { return .denied }
    if gap.isBreak { return .cited }
    if previous.isBare, previous.role != .about {
      if gap.holdsTheFirst { return .cited }
      if gap.isFollowed { return .open }
    }
    guard gap.isJoined, !gap.opensBracket else {
      if previous.isUnfinished { return .about }
      return gap.isPassive || gap.isEmpty && !previous.isBare ? .open : .about
    }
    guard let about = aboutSince else { return previous.role == .denied ? .open : .cited }
    return gap.isJoinedByAnd && about.kind?.name == found.kind?.name ? .about : .open
  }

  /// Kinds without number or title only told that another text is about the next one.
  private mutating func finish() {
    let all = mentions
    mentions = all.enumerated().filter { index, mention in
      guard mention.isBare else { return true }
      return all.count == 1 || index + 1 < all.count && all[index + 1].role == .about
    }.map(\.element)
  }
}
