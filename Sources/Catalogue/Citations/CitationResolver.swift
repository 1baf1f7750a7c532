import Source

/// What a printed citation turned out to be.
package enum Citation: Sendable, Hashable {
  /// One entry of the catalogue.
  case entry(String)
  /// Several entries fit, or one fits but the print leaves open whether it is meant.
  case ambiguous([String])
  /// A standard that the catalogue holds in these other editions.
  case otherEdition([String])
  /// Names a text that the catalogue does not hold, or names none at all.
  case notInCatalogue
}

/// Maps printed citations to catalogue entries; the only place that reads citations.
///
/// Numbers restart each year and each issuer has its own, so the year and the issuer are part of an
/// identity wherever they are printed: a number with another year is another text.
package struct CitationResolver: Sendable {
  private struct Candidate: Sendable {
    let id: String
    let designation: InstrumentDesignation
    /// The symbol without its separators.
    let symbol: String?
    let kind: Instrument.Kind
    let year: Int?
    let issued: CalendarDate?
  }

  private let candidates: [Int: [Candidate]]
  private let names: CitationNames
  private let symbols: Set<String>
  private let standards: [String: [(id: String, designation: StandardDesignation)]]
  /// Laws whose title says that they amend a law.
  private let amendingLaws: Set<String>

  init(instruments: [Instrument], standards: [Standard]) {
    let numbered = instruments.compactMap { instrument -> Candidate? in
      guard let number = instrument.number, let designation = InstrumentDesignation(in: FoldedText(number))
      else { return nil }
      return Candidate(
        id: instrument.id, designation: designation, symbol: designation.symbol.map(Self.joined),
        kind: instrument.kind, year: designation.year ?? instrument.year ?? instrument.life.issued?.year,
        issued: instrument.life.issued)
    }
    candidates = Dictionary(grouping: numbered, by: \.designation.serial)
    symbols = Set(numbered.compactMap(\.designation.symbol))
    names = CitationNames(instruments: instruments, standards: standards)
    let designations = standards.compactMap { standard in
      StandardDesignation(in: FoldedText(standard.number)).map { (id: standard.id, designation: $0) }
    }
    self.standards = Dictionary(grouping: designations) { Self.key($0.designation) }
    let amending = instruments.filter { instrument in
      instrument.kind == .law
        && FoldedText(instrument.title.vietnamese ?? "").letters.starts(with: Self.amendingLaw)
    }
    amendingLaws = Set(amending.map(\.id))
  }

  private static let amendingLaw = FoldedText("luật sửa đổi").letters

  /// Finds the entry that `printed` cites first.
  /// - Parameter printed: a citation as a plan prints it, in any Unicode form, with or without the
  ///   name of its kind, "số", "ngày …" and a title after it.
  package func resolve(_ printed: String) -> Citation {
    let all = citations(in: printed)
    return (all.first { $0.role == .cited } ?? all.first { $0.role == .open })?.resolved ?? .notInCatalogue
  }

  /// Every text that a print names, in its order, each with its place and with what the print does with it.
  /// - Parameter printed: a line of legal bases, a cell, a paragraph.
  package func citations(in printed: String) -> [PrintedCitation] {
    let found = citations(in: printed, FoldedText(printed))
    // A space of no width may stand inside a word, or be all that parts two.
    guard printed.unicodeScalars.contains(where: \.properties.isDefaultIgnorableCodePoint),
      found.allSatisfy({ $0.citation == .notInCatalogue })
    else { return found }
    let spaced = citations(in: printed, FoldedText(printed, hidden: .spaces))
    return spaced.contains { $0.citation != .notInCatalogue } ? spaced : found
  }

  private func citations(in printed: String, _ text: FoldedText) -> [PrintedCitation] {
    let words = text.words
    guard !words.isEmpty else { return [] }
    let scan = CitationScan(
      text, words: words, isKnownSymbol: { symbols.contains($0) }, name: { names.name(at: $0, in: words) })
    let mentions = scan.mentions
    var citations = mentions.map { resolve($0, text) }
    var roles = mentions.map(\.role)
    for index in mentions.indices.dropFirst() {
      // "Luật sửa đổi, bổ sung một số điều của Luật … số 144/2025/QH15": the number is that of the whole.
      guard roles[index] == .about, case .entry(let id) = citations[index], amendingLaws.contains(id),
        !mentions[index - 1].isNumbered,
        text.letters[mentions[index - 1].start...].starts(with: Self.amendingLaw)
      else { continue }
      citations[index - 1] = citations[index]
      roles[index] = .about
      citations[index] = .notInCatalogue
    }
    return mentions.indices.map { index in
      let mention = mentions[index]
      let next = mentions.indices.first { $0 > index && (roles[$0] == .cited || roles[$0] == .open) }
      let limit = next.map { mentions[$0].start } ?? text.letters.count
      let range = Self.bytes(mention.start..<mention.end, of: text, in: printed)
      return PrintedCitation(
        range: range,
        extent: Self.bytes(
          mention.start..<max(mention.end, Self.trimmed(limit, text)), of: text, in: printed),
        printed: Self.string(range, of: printed), citation: citations[index], role: roles[index])
    }
  }

  private func resolve(_ mention: Mention, _ text: FoldedText) -> Citation {
    if let standard = mention.standard { return resolve(standard) }
    let piece = text[mention.start..<(mention.isShort ? mention.end : max(mention.end, mention.limit))]
    if let row = mention.kind, row.kind == nil { return .notInCatalogue }
    let after = (mention.number?.end ?? mention.end) - mention.start
    let context = CitationContext(piece, kind: mention.kind?.kind, after: mention.number == nil ? 0 : after)
    if let serial = mention.serial { return resolve(serial, mention, context) }
    guard let number = mention.number else { return names.resolve(piece, context) { _, _, _ in true } }
    let found = resolve(number, context)
    guard found == .notInCatalogue else { return found }
    // A number that the catalogue lacks may be that of a law which it knows by name alone. A decree
    // that names a law in its title is not that law.
    let isLaw = number.symbol?.hasPrefix("qh") ?? (context.kind == .law || context.kind == nil)
    guard isLaw else { return .notInCatalogue }
    return names.resolve(piece, context) { _, year, isUnnumbered in
      number.symbol == nil || isUnnumbered && year != nil
    }
  }

  // MARK: Numbers

  private func resolve(_ designation: StandardDesignation) -> Citation {
    let ofNumber = (standards[Self.key(designation)] ?? []).filter { entry in
      (designation.issuer == nil || designation.issuer == entry.designation.issuer)
        && designation.amendment == entry.designation.amendment
    }
    let fitting = ofNumber.filter { entry in
      designation.year == nil || entry.designation.year == nil || designation.year == entry.designation.year
    }
    if fitting.isEmpty, !ofNumber.isEmpty { return .otherEdition(Set(ofNumber.map(\.id)).sorted()) }
    return Self.answer(fitting.map(\.id))
  }

  private func resolve(_ designation: InstrumentDesignation, _ context: CitationContext) -> Citation {
    var designation = designation
    var symbol = designation.symbol.map(Self.joined)
    let ofSerial = candidates[designation.serial] ?? []
    if let printed = symbol, let bare = Self.withoutFootnote(printed, ofSerial.compactMap(\.symbol)) {
      symbol = bare
      designation = designation.with(symbol: bare)
    }
    let sameSerial = ofSerial.filter { candidate in
      agree(designation.year, candidate.year) && agree(context.date?.year, candidate.year)
        && agree(context.year, candidate.year) && symbolsAgree(symbol, candidate, context)
    }
    let strong = sameSerial.filter { candidate in
      guard symbol != nil, candidate.symbol != nil else {
        return designation.year != nil && candidate.year != nil
          && (context.kind == candidate.kind || symbol?.hasPrefix("qh") == true)
      }
      guard context.kind == nil || context.kind == candidate.kind else { return false }
      return !designation.namesNoIssuer || (context.date != nil && context.date == candidate.issued)
    }
    if strong.isEmpty, !sameSerial.isEmpty { return .ambiguous(sameSerial.map(\.id).sorted()) }
    return Self.answer(strong.map(\.id))
  }

  /// Kind and serial number with a date, or with a year where one body numbers such texts.
  private func resolve(_ serial: Int, _ mention: Mention, _ context: CitationContext) -> Citation {
    if context.date == nil, context.year == nil { return .notInCatalogue }
    let ofKind = (candidates[serial] ?? []).filter { candidate in
      candidate.kind == mention.kind?.kind && agree(context.date?.year ?? context.year, candidate.year)
        && !(context.isOfProvince && !candidate.designation.namesNoIssuer)
    }
    guard let date = context.date else {
      guard context.year != nil, mention.kind?.isNumberedByOneBody == true else {
        return ofKind.isEmpty ? .notInCatalogue : .ambiguous(ofKind.map(\.id).sorted())
      }
      return Self.answer(ofKind.map(\.id))
    }
    let ofDay = ofKind.filter { $0.issued == date }
    if !ofDay.isEmpty { return Self.answer(ofDay.map(\.id)) }
    let undated = ofKind.filter { $0.issued == nil && $0.year != nil }
    if undated.isEmpty { return .notInCatalogue }
    return mention.kind?.isNumberedByOneBody == true
      ? Self.answer(undated.map(\.id)) : .ambiguous(undated.map(\.id).sorted())
  }

  private func symbolsAgree(_ symbol: String?, _ candidate: Candidate, _ context: CitationContext) -> Bool {
    switch (symbol, candidate.symbol) {
    case (let left?, let right?): left == right
    case (let left?, nil): candidate.kind == .law && left.hasPrefix("qh")
    case (nil, _): context.kind == nil || context.kind == candidate.kind
    }
  }

  private func agree(_ left: Int?, _ right: Int?) -> Bool {
    guard let left, let right else { return true }
    return left == right
  }

  /// The symbol without the figure of a footnote that lost its place above the line; nil where it has none.
  private static func withoutFootnote(_ symbol: String, _ known: [String]) -> String? {
    guard !known.contains(symbol), symbol.utf8.last.map({ $0 >= 0x30 && $0 <= 0x39 }) == true else {
      return nil
    }
    return [1, 2].map { String(symbol.dropLast($0)) }.first { known.contains($0) }
  }

  private static func joined(_ symbol: String) -> String {
    String(decoding: symbol.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  static func answer(_ ids: [String]) -> Citation {
    let distinct = Array(Set(ids)).sorted()
    switch distinct.count {
    case 0: return .notInCatalogue
    case 1: return .entry(distinct[0])
    default: return .ambiguous(distinct)
    }
  }

  private static func key(_ designation: StandardDesignation) -> String {
    designation.series + " " + designation.number
  }
}

// Places in the print.
extension CitationResolver {
  /// Without what parts a text from the next: ", và các".
  private static func trimmed(_ limit: Int, _ text: FoldedText) -> Int {
    var end = limit
    let parting = ",;+&.-/ (:\u{2022}*".unicodeScalars
    while end > 0 {
      if parting.contains(text.letters[end - 1]) {
        end -= 1
        continue
      }
      guard limit < text.letters.count else { return end }
      let start = end - text.letters[..<end].reversed().prefix { $0.isWordPart }.count
      guard start < end, conjunctions.contains(text.letters[start..<end].text) else { return end }
      end = start
    }
    return end
  }

  private static let conjunctions = Set(["và", "các", "cùng", "với", "căn", "cứ"].map(PrintWords.folded))

  private static func bytes(_ letters: Range<Int>, of text: FoldedText, in printed: String) -> Range<Int> {
    let start = text.places[letters.lowerBound]
    let end = max(start, text.places[letters.upperBound])
    let view = printed.utf8
    let from = view.index(view.startIndex, offsetBy: start)
    var to = view.index(view.startIndex, offsetBy: end)
    let scalars = printed.unicodeScalars
    while to > from {
      let last = scalars.index(before: to)
      let sign = scalars[last].properties
      guard sign.isWhitespace || sign.isDefaultIgnorableCodePoint else { break }
      to = last
    }
    return start..<view.distance(from: view.startIndex, to: to)
  }

  private static func string(_ bytes: Range<Int>, of printed: String) -> String {
    let view = printed.utf8
    let from = view.index(view.startIndex, offsetBy: bytes.lowerBound)
    return String(printed[from..<view.index(view.startIndex, offsetBy: bytes.upperBound)])
  }
}

extension PrintedCitation {
  /// The entry, as far as what the line does with the text lets it be one.
  package var resolved: Citation {
    guard role == .open, case .entry(let id) = citation else { return citation }
    return .ambiguous([id])
  }
}

/// What a citation prints besides the number.
struct CitationContext: Sendable {
  let kind: Instrument.Kind?
  /// The day of signing.
  let date: CalendarDate?
  /// The year printed just after the number: "71/NQ-CP năm 2019".
  let year: Int?
  let years: Set<Int>
  /// "của Ủy ban nhân dân …"
  let isOfProvince: Bool

  init(_ text: FoldedText, kind: Instrument.Kind?, after: Int) {
    self.kind = kind
    let words = text.words
    let rest = words.drop { $0.start < after }
    years = Set(words.compactMap(\.year))
    var date: CalendarDate?
    var year: Int?
    var index = rest.startIndex
    while date == nil, index < rest.endIndex {
      guard let found = PrintedDate(rest, at: index - rest.startIndex) else {
        index += 1
        continue
      }
      // A day from which a text holds is not the day of signing.
      let before = index > words.startIndex ? words[index - 1].text : ""
      if !Self.otherDays.contains(before) { date = found.date }
      index += found.length
    }
    if date == nil, let first = rest.firstIndex(where: { $0.text == PrintWords.year }),
      first + 1 < rest.endIndex,
      after == 0 || first == rest.startIndex
    {
      year = rest[first + 1].year
    }
    self.date = date
    self.year = year
    isOfProvince = zip(words, words.dropFirst()).contains { first, second in
      Self.provincial.contains(first.text) || Self.people == [first.text, second.text]
    }
  }

  private static let otherDays = Set(["từ", "đến", "lực", "hành", "trước", "sau"].map(PrintWords.folded))
  private static let provincial = Set(["ubnd", "hđnd", "sở"].map(PrintWords.folded))
  private static let people = ["nhân", "dân"].map(PrintWords.folded)
}

extension InstrumentDesignation {
  fileprivate func with(symbol: String) -> InstrumentDesignation {
    InstrumentDesignation(serial: serial, year: year, symbol: symbol, start: start, end: end)
  }
}
