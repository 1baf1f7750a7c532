import Catalogue
import Manuscript
import Source
import Wordings

/// What the letterhead and the title say: kind, title, number, date, who issues, place, period, stage.
struct IdentityFinder {
  private let recogniser: Recogniser
  private var rules: RecognitionRules { recogniser.rules }

  init(_ recogniser: Recogniser) {
    self.recogniser = recogniser
  }

  /// One title: the lines that follow each other.
  private struct Title {
    var lines: [Block]
    var text: String { lines.map(\.text).joined(separator: " ").inOneLine }
  }

  func facts(of manuscript: Manuscript) -> [RecognisedFact] {
    var letterhead: [Block] = []
    var titles: [Title] = []
    var wasTitle = false
    for block in manuscript.blocks where block.hasWords {
      if block.role == .letterhead { letterhead += Self.paragraphs(of: block) }
      if block.role == .title {
        if wasTitle, !titles.isEmpty {
          titles[titles.count - 1].lines.append(block)
        } else {
          titles.append(Title(lines: [block]))
        }
      }
      wasTitle = block.role == .title
    }
    var facts: [RecognisedFact] = []
    let title = planTitle(among: titles, in: manuscript) ?? articleTitle(in: manuscript)
    if let title { facts += self.facts(of: title) }
    facts += self.facts(of: letterhead, manuscript, title: title?.words)
    return facts
  }

  private static func paragraphs(of block: Block) -> [Block] {
    switch block.kind {
    // Column by column: the issuer's second line stands below its first.
    case .table(let table):
      (0..<table.columns).flatMap { column in
        table.rows.flatMap { row in
          row.cells.filter { $0.column == column }.flatMap { $0.blocks.flatMap(paragraphs) }
        }
      }
    case .textBox(let blocks): blocks.flatMap(paragraphs)
    default: [block]
    }
  }

  // MARK: Title

  private struct PlanTitle {
    let words: String
    let kind: String
    let place: ManuscriptPlace
  }

  /// The title that names a plan: the one behind a decision where there is one, else the plan that a decision's title
  /// approves.
  private func planTitle(among titles: [Title], in manuscript: Manuscript) -> PlanTitle? {
    var approved: PlanTitle?
    for title in titles {
      guard let first = title.lines.first else { continue }
      let words = ReadText(title.text)
      guard let own = rules[.kind].match(at: 0, in: words.folded) else { continue }
      if own.means != "decision" { return PlanTitle(words: title.text, kind: own.means, place: first.place) }
      // QUYẾT ĐỊNH Về việc phê duyệt Đề án …: the first kind behind it.
      let rest = own.range.upperBound
      guard approved == nil,
        let inner = (rest..<max(rest, words.words.count)).lazy.compactMap({ place in
          rules[.kind].match(at: place, in: words.folded)
        }).first(where: { $0.means != "decision" })
      else { continue }
      let text = words.string(inner.range.lowerBound..<words.words.count)
      approved = PlanTitle(words: text, kind: inner.means, place: first.place)
    }
    return approved
  }

  /// `Điều 1. Phê duyệt Đề án …`, `Điều 1. Ban hành kèm theo Quyết định này Kế hoạch …`, `V/v phê duyệt Đề án …`: the
  /// name up to the sign that ends it.
  private func articleTitle(in manuscript: Manuscript) -> PlanTitle? {
    for block in manuscript.blocks.prefix(200) where block.role != .basis && block.role != .signature {
      for line in Self.paragraphs(of: block).prefix(40) {
        let read = ReadText(line.text)
        guard let start = titleStart(in: read),
          let kind = (start..<min(start + 12, read.words.count)).lazy.compactMap({ [rules] in
            rules[.kind].match(at: $0, in: read.folded)
          }).first(where: { $0.means != "decision" })
        else { continue }
        var end = kind.range.upperBound
        while end < read.words.count, end - kind.range.lowerBound < 60,
          !read.gap(before: end).contains(where: { ".;:".utf8.contains($0) }),
          rules[.titleEnd].match(at: end, in: read.folded) == nil
        {
          end += 1
        }
        guard end - kind.range.upperBound >= 3 else { continue }
        return PlanTitle(
          words: read.string(kind.range.lowerBound..<end).bare, kind: kind.means, place: line.place)
      }
    }
    return nil
  }

  /// The word behind what announces a title: `phê duyệt` in an article, `V/v` under the number.
  private func titleStart(in read: ReadText) -> Int? {
    if let concerning = rules[.concerning].match(at: 0, in: read.folded) {
      return concerning.range.upperBound
    }
    guard rules[.article].match(at: 0, in: read.folded) != nil else { return nil }
    return (1..<min(6, read.words.count)).lazy.compactMap { [rules] in
      rules[.approves].match(at: $0, in: read.folded)?.range.upperBound
    }.first
  }

  private func facts(of title: PlanTitle) -> [RecognisedFact] {
    var facts = [
      RecognisedFact(
        "identity", "title", title.words, at: title.place, quoting: title.words, by: .layout, .certain),
      RecognisedFact(
        "identity", "@kind", title.kind, at: title.place, quoting: title.words, by: .layout, .certain),
    ]
    let words = ReadText(title.words)
    if let period = Years(rules).period(in: words) {
      var attributes = [("from", String(period.from)), ("to", String(period.to))]
      if let vision = Years(rules).vision(in: words) { attributes.append(("vision", String(vision))) }
      facts.append(
        RecognisedFact(
          "identity", "period", "", attributes, at: title.place, quoting: title.words, by: .layout, .certain))
    } else if let vision = Years(rules).vision(in: words) {
      facts.append(
        RecognisedFact(
          "identity", "period", "", [("vision", String(vision))], at: title.place, quoting: title.words,
          by: .layout,
          .certain))
    }
    return facts
  }

  // MARK: Letterhead

  private func facts(of lines: [Block], _ manuscript: Manuscript, title: String?) -> [RecognisedFact] {
    var facts: [RecognisedFact] = []
    var number: String?
    var date: CalendarDate?
    var isDraft = false
    for block in lines {
      let text = ReadText(block.text)
      if rules[.draft].match(at: 0, in: text.folded) != nil { isDraft = true }
      if number == nil, let found = Self.number(in: text) {
        number = found
        facts.append(
          RecognisedFact(
            "identity", "number", found, at: block.place, quoting: block.text, by: .layout, .certain))
      }
      if date == nil, let found = Self.date(in: text) {
        date = found
        facts.append(
          RecognisedFact(
            "identity", "date", found.description, at: block.place, quoting: block.text, by: .layout, .certain
          ))
      }
    }
    let stage = number != nil && date != nil && !isDraft ? "approved" : "draft"
    let place = lines.first?.place ?? manuscript.blocks.first?.place ?? ManuscriptPlace()
    facts.append(
      RecognisedFact(
        "identity", "@stage", stage, at: place, quoting: lines.map(\.text).joined(separator: " / "),
        by: .layout,
        lines.isEmpty ? .likely : .certain))
    if let city = city(lines, title, date, manuscript) { facts += city }
    if let issuer = issuer(lines) { facts.append(issuer) }
    return facts
  }

  /// The first line that begins as names of bodies do, with the place on the line below.
  private func issuer(_ lines: [Block]) -> RecognisedFact? {
    guard
      let first = lines.indices.first(where: {
        rules[.issuer].match(at: 0, in: FoldedWords(lines[$0].text)) != nil
      })
    else { return nil }
    var words = lines[first].text
    if first + 1 < lines.count,
      city(in: ReadText(lines[first + 1].text)) != nil
        || rules[.unlistedLevel].match(at: 0, in: FoldedWords(lines[first + 1].text)) != nil,
      city(in: ReadText(words)) == nil
    {
      words += " " + lines[first + 1].text
    }
    return RecognisedFact(
      "identity", "body", words, [("role", "issuing")], at: lines[first].place, quoting: words, by: .layout,
      .certain)
  }

  /// `Số: 179/KH-UBND`; nothing where the number is left open.
  private static func number(in text: ReadText) -> String? {
    let label = FoldedWords("số").words
    guard text.words.first == label.first, text.words.count >= 3, let first = text.printed(1).utf8.first,
      (0x30...0x39).contains(first)
    else { return nil }
    let printed = text.string(1..<text.words.count)
    guard printed.utf8.contains(UInt8(ascii: "/")) || printed.utf8.contains(UInt8(ascii: "-")) else {
      return nil
    }
    // The city and the day may stand on the same line.
    return printed.inOneLine.split(separator: " ").first.map(String.init)
  }

  /// `…, ngày 18 tháng 11 năm 2025`.
  private static func date(in text: ReadText) -> CalendarDate? {
    let names = ["ngày", "tháng", "năm"].map { FoldedWords($0).words[0] }
    for place in text.words.indices where place + 5 < text.words.count {
      guard text.words[place] == names[0], text.words[place + 2] == names[1],
        text.words[place + 4] == names[2],
        let day = Int(text.printed(place + 1)), let month = Int(text.printed(place + 3)),
        let year = text.year(place + 5)
      else { continue }
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// The place: `TỈNH ĐỒNG NAI` below the name of the body, else a place of that form in the title.
  private func city(
    _ lines: [Block], _ title: String?, _ date: CalendarDate?, _ manuscript: Manuscript
  ) -> [RecognisedFact]? {
    for block in lines {
      if let found = city(in: ReadText(block.text)) {
        return facts(of: found, block.place, block.text)
      }
    }
    if let title, let found = city(in: ReadText(title)) {
      return facts(of: found, lines.first?.place ?? ManuscriptPlace(), title)
    }
    return unlistedCity(lines, title, date) ?? cityOfText(lines, manuscript)
  }

  /// A place that no table holds: the line below the issuer's, or the rest of it, names it after its level. The layout
  /// says so and nothing else, hence it is likely and no more.
  private func unlistedCity(_ lines: [Block], _ title: String?, _ date: CalendarDate?) -> [RecognisedFact]? {
    guard
      let first = lines.indices.first(where: {
        rules[.issuer].match(at: 0, in: FoldedWords(lines[$0].text)) != nil
      })
    else { return nil }
    for line in first...min(first + 1, lines.count - 1) {
      let text = ReadText(lines[line].text)
      let start = line == first ? rules[.issuer].match(at: 0, in: text.folded)?.range.upperBound ?? 0 : 0
      guard let level = rules[.unlistedLevel].match(at: start, in: text.folded) else { continue }
      let rest = level.range.upperBound..<max(level.range.upperBound, text.words.count)
      // A name of one to four words; whatever is longer, or has a figure, is something else.
      guard (1...4).contains(rest.count),
        !text.string(rest).utf8.contains(where: { (0x30...0x39).contains($0) })
      else { continue }
      let name = rest.map { Self.asName(text.printed($0)) }.joined(separator: " ")
      var means = level.means
      var words = name
      if let since = rules[.twoTierYear].match(at: start, in: text.folded) {
        words = text.string(level.range).lowercased() + " " + name
        // Whether a province runs it depends on the time; where nothing tells the time nobody knows.
        let period = title.flatMap { Years(rules).period(in: ReadText($0)) }
        guard let year = Int(since.means), let own = period?.from ?? date?.year else { return nil }
        if own >= year { means = "centrally-run-city" }
      }
      return facts(of: (words, means), lines[line].place, lines[line].text, .likely)
    }
    return nil
  }

  /// `LAM` as it stands in a sentence: `Lam`.
  private static func asName(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    return String(first).uppercased()
      + String(String.UnicodeScalarView(word.unicodeScalars.dropFirst())).lowercased()
  }

  /// Where neither letterhead nor title says it: the place that the text names nearly always when it names one, unless
  /// the letterhead is of a body of the whole country.
  private func cityOfText(_ lines: [Block], _ manuscript: Manuscript) -> [RecognisedFact]? {
    guard !lines.contains(where: { rules[.central].match(at: 0, in: FoldedWords($0.text)) != nil }) else {
      return nil
    }
    var named: [String: (count: Int, level: String, place: ManuscriptPlace, words: String)] = [:]
    var total = 0
    manuscript.forEachBlock { block in
      let read = ReadText(block.text)
      for word in read.words.indices {
        guard let found = city(at: word, in: read) else { continue }
        total += 1
        let first = named[found.name] ?? (0, found.level, block.place, block.text)
        named[found.name] = (first.count + 1, first.level, first.place, first.words)
      }
    }
    guard let best = named.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      best.value.count >= 3, best.value.count * 3 >= total * 2
    else { return nil }
    return facts(of: (best.key, best.value.level), best.value.place, best.value.words, .likely)
  }

  private func facts(
    of city: (name: String, level: String), _ place: ManuscriptPlace, _ quoted: String,
    _ certainty: RecognisedFact.Certainty = .certain
  ) -> [RecognisedFact] {
    [
      RecognisedFact("city", "name", city.name, at: place, quoting: quoted, by: .layout, certainty),
      RecognisedFact("city", "@level", city.level, at: place, quoting: quoted, by: .layout, certainty),
    ]
  }

  private func city(in text: ReadText) -> (name: String, level: String)? {
    text.words.indices.lazy.compactMap { city(at: $0, in: text) }.first
  }

  /// A level at a word with the name of a place behind it.
  private func city(at place: Int, in text: ReadText) -> (name: String, level: String)? {
    guard let level = rules[.level].match(at: place, in: text.folded) else { return nil }
    // `thành phố Đà Nẵng` is level and name in one; `tỉnh` stands in front of the name.
    for start in level.range.lowerBound...level.range.upperBound where start < text.words.count {
      if let name = recogniser.places.name(at: start, in: text.folded) { return (name, level.means) }
    }
    return nil
  }
}

/// Years and spans of years as documents print them.
struct Years {
  private let rules: RecognitionRules

  init(_ rules: RecognitionRules) {
    self.rules = rules
  }

  /// `giai đoạn 2026 - 2030`.
  func period(in text: ReadText) -> (from: Int, to: Int)? {
    for place in text.words.indices where rules[.period].match(at: place, in: text.folded) != nil {
      let next = place + (rules[.period].match(at: place, in: text.folded)?.range.count ?? 1)
      guard let from = text.year(next), let to = text.year(next + 1), from <= to,
        Self.isDash(text.gap(before: next + 1))
      else { continue }
      return (from, to)
    }
    return nil
  }

  /// Two years with a dash between them, whatever stands in front.
  func span(in text: ReadText) -> (from: Int, to: Int)? {
    for place in text.words.indices {
      guard let from = text.year(place), let to = text.year(place + 1), from <= to,
        Self.isDash(text.gap(before: place + 1))
      else { continue }
      return (from, to)
    }
    return nil
  }

  func vision(in text: ReadText) -> Int? {
    for place in text.words.indices {
      guard let match = rules[.vision].match(at: place, in: text.folded) else { continue }
      if let year = text.year(match.range.upperBound) { return year }
      if let until = rules[.until].match(at: match.range.upperBound, in: text.folded),
        let year = text.year(until.range.upperBound)
      {
        return year
      }
    }
    return nil
  }

  /// The last year that a text speaks of as its end: `đến năm 2030`, `năm 2030`, `giai đoạn 2025-2027`.
  func end(in text: ReadText) -> Int? {
    if let span = span(in: text) { return span.to }
    for place in text.words.indices {
      guard let match = rules[.until].match(at: place, in: text.folded),
        let year = text.year(match.range.upperBound)
      else { continue }
      return year
    }
    return nil
  }

  /// The only year that a text names.
  func only(in text: ReadText) -> Int? {
    let years = Set(text.words.indices.compactMap { text.year($0) })
    return years.count == 1 ? years.first : nil
  }

  static func isDash(_ gap: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: gap, as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace }
    return text.count == 1 && text.allSatisfy { "-–—÷".unicodeScalars.contains($0) }
  }
}
