import Source

/// What a printed citation turned out to be.
package enum Citation: Sendable, Hashable {
  /// One entry of the catalogue.
  case entry(String)
  /// Several entries fit, or one fits but the print leaves open whether it is meant.
  case ambiguous([String])
  /// Names a text that the catalogue does not hold, or names none at all.
  case notInCatalogue
}

/// Maps a printed citation to a catalogue entry; the only place that reads citations.
///
/// Numbers restart each year and each issuer has its own, so the year and the issuer are part of an
/// identity wherever they are printed: a number with another year is another text.
package struct CitationResolver: Sendable {
  private struct Candidate: Sendable {
    let id: String
    let designation: InstrumentDesignation
    let kind: Instrument.Kind
    let year: Int?
    let issued: CalendarDate?
  }

  private struct Alias: Sendable {
    let id: String
    let name: FoldedText
    /// The year at the end of the alias, which the print must have too.
    let year: Int?
    /// The year of the law that the alias names without it: another year just after the name is another law.
    let lawYear: Int?
    /// Kind of the instrument; nil for a standard.
    let kind: Instrument.Kind?

    /// An abbreviation with a number ("QĐ 950") is the whole print or nothing: more words may name
    /// another issuer.
    var isShort: Bool { name.characters.last?.isDecimalDigit ?? false }
  }

  private let candidates: [Int: [Candidate]]
  /// The longest first.
  private let aliases: [Alias]
  /// Places among the aliases by the word that they begin with; those that begin with none are under "".
  private let aliasesByWord: [String: [Int]]
  /// Instruments whose number was not seen.
  private let unnumbered: Set<String>
  private let standards: [String: [(id: String, designation: StandardDesignation)]]

  init(instruments: [Instrument], standards: [Standard]) {
    let numbered = instruments.compactMap { instrument -> Candidate? in
      guard let number = instrument.number, let designation = InstrumentDesignation(in: FoldedText(number))
      else { return nil }
      return Candidate(
        id: instrument.id, designation: designation, kind: instrument.kind,
        year: designation.year ?? instrument.year ?? instrument.life.issued?.year,
        issued: instrument.life.issued)
    }
    candidates = Dictionary(grouping: numbered, by: \.designation.serial)
    unnumbered = Set(instruments.filter { $0.number == nil }.map(\.id))
    let names =
      instruments.flatMap { entry in entry.aliases.map { Self.alias($0, of: entry) } }
      + standards.flatMap { entry in
        entry.aliases.map { Self.alias($0, of: entry.id, kind: nil, lawYear: nil) }
      }
    aliases =
      names
      .sorted { $0.name.characters.count > $1.name.characters.count }
    aliasesByWord = Dictionary(grouping: aliases.indices) { [aliases] in aliases[$0].name.firstWord }
    let designations = standards.compactMap { standard in
      StandardDesignation(in: FoldedText(standard.number)).map { (id: standard.id, designation: $0) }
    }
    self.standards = Dictionary(grouping: designations) { Self.key($0.designation) }
  }

  /// Finds the entry that `printed` cites.
  /// - Parameter printed: a citation as a plan prints it, in any Unicode form, with or without the
  ///   name of its kind, "số", "ngày …" and a title after it.
  package func resolve(_ printed: String) -> Citation {
    let shown = printed.withoutHiddenMarks
    let found = resolve(FoldedText(shown))
    // A space of no width may stand inside a word, or be all that parts two.
    return found == .notInCatalogue && shown != printed ? resolve(FoldedText(printed)) : found
  }

  private func resolve(_ text: FoldedText) -> Citation {
    let context = CitationContext(text)
    let instrument = InstrumentDesignation(in: text)
    // Of a circular and the regulation that it issues, the one printed first is cited.
    if let standard = StandardDesignation(in: text), standard.start <= instrument?.start ?? .max {
      let found = resolve(standard)
      if found != .notInCatalogue { return found }
    }
    guard let instrument else { return resolveByName(text, context) { _ in true } }
    let found = resolve(instrument, context)
    guard found == .notInCatalogue else { return found }
    // A number that the catalogue lacks may be that of a law which it knows by name alone. A decree
    // that names a law in its title is not that law.
    let isLaw = instrument.symbol?.hasPrefix("qh") ?? (context.kind == .law || context.kind == nil)
    guard isLaw else { return .notInCatalogue }
    return resolveByName(text, context) {
      instrument.symbol == nil || unnumbered.contains($0.id) && $0.year != nil
    }
  }

  private func resolve(_ designation: StandardDesignation) -> Citation {
    let fitting = (standards[Self.key(designation)] ?? []).filter { entry in
      let other = entry.designation
      return (designation.year == nil || other.year == nil || designation.year == other.year)
        && (designation.issuer == nil || designation.issuer == other.issuer)
        && designation.amendment == other.amendment
    }
    return Self.answer(fitting.map(\.id))
  }

  private func resolve(_ designation: InstrumentDesignation, _ context: CitationContext) -> Citation {
    let sameSerial = (candidates[designation.serial] ?? []).filter { candidate in
      agree(designation.year, candidate.year) && agree(context.date?.year, candidate.year)
        && agree(designation.printedYear, candidate.year)
        && symbolsAgree(designation, candidate, context)
    }
    let strong = sameSerial.filter { candidate in
      guard designation.symbol != nil, candidate.designation.symbol != nil else {
        return designation.year != nil && candidate.year != nil
          && (context.kind == candidate.kind || designation.symbol?.hasPrefix("qh") == true)
      }
      return !designation.namesNoIssuer
        || (context.date != nil && context.date == candidate.issued)
    }
    if strong.isEmpty, !sameSerial.isEmpty { return .ambiguous(sameSerial.map(\.id).sorted()) }
    return Self.answer(strong.map(\.id))
  }

  private func symbolsAgree(
    _ designation: InstrumentDesignation, _ candidate: Candidate, _ context: CitationContext
  ) -> Bool {
    switch (designation.symbol, candidate.designation.symbol) {
    case (let left?, let right?): left == right
    case (let left?, nil): candidate.kind == .law && left.hasPrefix("qh")
    case (nil, _): context.kind == nil || context.kind == candidate.kind
    }
  }

  private func agree(_ left: Int?, _ right: Int?) -> Bool {
    guard let left, let right else { return true }
    return left == right
  }

  private func resolveByName(
    _ text: FoldedText, _ context: CitationContext, among isMeant: (Alias) -> Bool
  ) -> Citation {
    let expanded = Self.expandingAbbreviations(text)
    // A name stands in the print as whole words, so its first word is one of those printed.
    let places = expanded.wordSet.union([""]).flatMap { aliasesByWord[$0] ?? [] }.sorted()
    let named = places.map { aliases[$0] }.filter {
      (context.kind == nil || $0.kind == nil || $0.kind == context.kind) && isMeant($0)
        && ($0.isShort ? expanded.characters == $0.name.characters : expanded.contains($0.name))
    }
    guard let longest = named.first?.name.characters.count else { return .notInCatalogue }
    let longestNames = named.filter { $0.name.characters.count == longest }
    let best = longestNames.filter { name in
      guard let year = name.lawYear, let printed = expanded.year(after: name.name) else { return true }
      return year == printed
    }
    if best.isEmpty { return .notInCatalogue }
    let dated = best.filter { $0.year == nil || context.years.contains($0.year ?? 0) }
    if dated.isEmpty {
      return context.years.isEmpty ? .ambiguous(Array(Set(best.map(\.id))).sorted()) : .notInCatalogue
    }
    return Self.answer(dated.map(\.id))
  }

  private static func answer(_ ids: [String]) -> Citation {
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

  /// An alias of a law, which is known by its year as well where the alias prints none.
  private static func alias(_ name: String, of instrument: Instrument) -> Alias {
    alias(name, of: instrument.id, kind: instrument.kind, lawYear: instrument.yearOfLaw)
  }

  /// An alias with a year at its end ("Luật CNTT 2006") asks for that year in the print.
  private static func alias(_ name: String, of id: String, kind: Instrument.Kind?, lawYear: Int?) -> Alias {
    let words = name.split(separator: " ")
    guard let last = words.last, last.count == 4, let year = Int(last), (1900...2100).contains(year) else {
      return Alias(
        id: id, name: expandingAbbreviations(FoldedText(name)), year: nil, lawYear: lawYear, kind: kind)
    }
    var stem = words.dropLast()
    if stem.last == "năm" { stem = stem.dropLast() }
    return Alias(
      id: id, name: expandingAbbreviations(FoldedText(stem.joined(separator: " "))), year: year, lawYear: nil,
      kind: kind)
  }

  /// The abbreviations that plans print for the subjects of laws.
  private static let abbreviations: [String: String] = [
    "cntt": "công nghệ thông tin", "attt": "an toàn thông tin", "atttm": "an toàn thông tin mạng",
    "anm": "an ninh mạng", "bvdlcn": "bảo vệ dữ liệu cá nhân", "cđs": "chuyển đổi số",
    "tccqđp": "tổ chức chính quyền địa phương",
  ]

  private static func expandingAbbreviations(_ text: FoldedText) -> FoldedText {
    let words = text.characters.split(separator: " ").map { String($0) }
    guard words.contains(where: { abbreviations[$0] != nil }) else { return text }
    return FoldedText(words.map { abbreviations[$0] ?? $0 }.joined(separator: " "))
  }
}
