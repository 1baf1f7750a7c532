import Manuscript
import Source
import Wordings

/// What is known of the bodies that a document names.
struct Bodies {
  /// Each body and role once.
  var seen = Set<[String]>()
}

/// Names of bodies in a cell or at the beginning of a paragraph.
struct BodyNames {
  private let rules: RecognitionRules

  init(_ rules: RecognitionRules) {
    self.rules = rules
  }

  /// The names in a cell: parted by semicolons and lines, and by commas in front of a word that begins a name. Where
  /// semicolons part them, "và" stands inside a name.
  func names(in cell: String) -> [String] {
    var names: [String] = []
    let pieces = cell.unicodeScalars.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(String.init)
    for piece in pieces {
      let read = ReadText(piece)
      var start = 0
      for word in read.words.indices.dropFirst() where beginsName(read, word, joined: pieces.count > 1) {
        if word - start > 0 { names.append(read.string(bytes: edge(read, start)..<edge(read, word))) }
        start = word
      }
      names.append(read.string(bytes: edge(read, start)..<piece.utf8.count))
    }
    return names.map(withoutAnd).filter { name in
      let read = ReadText(name)
      guard let match = rules[.body].match(at: 0, in: read.folded) else { return false }
      // `Viện; Trường; Doanh nghiệp`: a kind alone is one among others.
      return read.words.count <= 25 && (read.words.count > 1 || pieces.count > 1 && match.range.count == 1)
    }
  }

  private func edge(_ read: ReadText, _ word: Int) -> Int {
    word == 0 ? 0 : read.folded.ranges[word].lowerBound
  }

  /// Without "và" at its end.
  private func withoutAnd(_ name: String) -> String {
    let read = ReadText(name.bare)
    guard let end = rules[.and].isEnd(of: read.folded, before: read.words.count) else { return name.bare }
    return read.string(0..<end.range.lowerBound).bare
  }

  /// Whether a name begins at a word: behind a comma, or behind "và" with a capital or in the plural.
  private func beginsName(_ read: ReadText, _ word: Int, joined: Bool) -> Bool {
    guard let match = rules[.body].match(at: word, in: read.folded) else { return false }
    let isPlural = rules[.plural].match(at: word, in: read.folded) != nil
    let isAfterComma = read.gap(before: word).contains(UInt8(ascii: ","))
    let isAfterAnd = rules[.and].match(at: word - 1, in: read.folded) != nil
    guard isAfterComma || isAfterAnd && !joined else { return false }
    return isPlural || read.isCapital(word) && word + match.range.count < read.words.count
  }

  /// The name that a paragraph on duties begins with, up to what the body has to do.
  func name(before duties: String, needsDuty: Bool = false) -> String? {
    let read = ReadText(duties)
    var start = 0
    while let match = rules[.addressed].match(at: start, in: read.folded) { start = match.range.upperBound }
    guard let begin = rules[.body].match(at: start, in: read.folded), read.isCapital(start) || start > 0
    else { return nil }
    var end = begin.range.upperBound
    var hasDuty = false
    while end < read.words.count {
      let gap = read.gap(before: end)
      if gap.contains(UInt8(ascii: ":")) { hasDuty = true }
      if hasDuty || gap.contains(UInt8(ascii: ";")) || gap.contains(UInt8(ascii: "(")) {
        break
      }
      if gap.contains(UInt8(ascii: ".")), !gap.contains(UInt8(ascii: "-")), end > start + 1 { break }
      // A name in small letters goes on to the verb; `các tổ chức` is none.
      if rules[.duty].match(at: end, in: read.folded) != nil, !read.isCapital(end),
        rules[.plural].match(at: end - 1, in: read.folded) == nil
      {
        hasDuty = true
        break
      }
      end += 1
      if end - start > 25 { return nil }
    }
    guard end - start >= 2, hasDuty || !needsDuty else { return nil }
    return read.string(start..<end).bare
  }
}

extension RecognitionPass {
  /// `1. Sở Khoa học và Công nghệ` below the heading on organisation.
  mutating func readBody(heading block: Block) {
    guard sections.section == "governance", block.role == .body else { return }
    let words = block.startsOwnText ? block.title : block.text
    let label = min(block.labelBytes, words.utf8.count)
    addDuty(String(decoding: Array(words.utf8.dropFirst(label)), as: UTF8.self), block)
  }

  /// The same where it is an item and no heading.
  mutating func readBody(item block: Block) {
    guard sections.section == "governance" else { return }
    let isNumbered = block.label?.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    let isLettered = block.label?.utf8.last == UInt8(ascii: ")")
    let words = String(block.words)
    // `- Các sở, ban, ngành …` without a number says again what groups do that were named before.
    if !isNumbered, !isLettered, !bodies.seen.isEmpty {
      let folded = FoldedWords(words)
      var start = 0
      while let match = rules[.addressed].match(at: start, in: folded) { start = match.range.upperBound }
      if rules[.plural].match(at: start, in: folded) != nil { return }
    }
    addDuty(words, block, needsDuty: !isNumbered)
  }

  /// `Điều 2. Giao Sở Công Thương chủ trì …`, and those who are told to carry a decision out.
  mutating func readBody(article block: Block) {
    let read = ReadText(block.text)
    guard let label = rules[.article].match(at: 0, in: read.folded) else {
      return readExecutors(read, 0, block)
    }
    let start = label.range.upperBound + 1
    guard start < read.words.count else { return }
    if rules[.addressed].match(at: start, in: read.folded) != nil {
      let words = read.string(start..<read.words.count)
      if let name = BodyNames(rules).name(before: words, needsDuty: true) {
        addBody(name, "implementing", block.place, words, .layout, .certain)
      }
    }
    readExecutors(read, start, block)
  }

  /// All of them together, as the article names them.
  private mutating func readExecutors(_ read: ReadText, _ start: Int, _ block: Block) {
    guard rules[.body].match(at: start, in: read.folded) != nil,
      let end = rules[.execute].first(in: read.folded, from: start)
    else { return }
    let name = read.string(start..<end.range.lowerBound).bare
    addBody(name, "implementing", block.place, read.text, .layout, .certain)
  }

  /// `Theo đề nghị của Sở Công Thương tại Tờ trình …`.
  mutating func readBody(proposal block: Block) {
    let read = ReadText(block.text)
    guard let proposal = rules[.proposal].match(at: 0, in: read.folded),
      let of = rules[.proposer].match(at: proposal.range.upperBound, in: read.folded),
      rules[.body].match(at: of.range.upperBound, in: read.folded) != nil
    else { return }
    var end = of.range.upperBound
    while end < read.words.count, rules[.proposerEnd].match(at: end, in: read.folded) == nil,
      !read.gap(before: end).contains(where: { ";.(".utf8.contains($0) }), end - of.range.upperBound < 20
    {
      end += 1
    }
    addBody(
      read.string(of.range.upperBound..<end).bare, "preparing", block.place, block.text, .layout, .certain)
  }

  private mutating func addDuty(_ words: String, _ block: Block, needsDuty: Bool = false) {
    guard let name = BodyNames(rules).name(before: words, needsDuty: needsDuty) else { return }
    addBody(name, "implementing", block.place, words, .heading(block.place.headings.last ?? ""), .certain)
  }

  mutating func addBody(
    _ name: String, _ role: String, _ place: ManuscriptPlace, _ quotation: String,
    _ finder: RecognisedFact.Finder,
    _ certainty: RecognisedFact.Certainty
  ) {
    // The decision, the plan and each annex name whom they need, whatever the others name.
    let kind =
      switch finder {
      case .column: "annex " + String(annexes)
      case .layout: "decision"
      default: "duty"
      }
    let key = FoldedWords(name).words.map { String($0.identity) } + [role, kind]
    guard bodies.seen.insert(key).inserted else { return }
    add(
      RecognisedFact(
        "governance", "body", name, [("role", role)], at: place, quoting: quotation, by: finder, certainty))
  }
}
