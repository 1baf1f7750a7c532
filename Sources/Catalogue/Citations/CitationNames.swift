/// The names by which the catalogue knows its entries, and the prints that name them.
struct CitationNames: Sendable {
  private struct Alias: Sendable {
    let id: String
    let name: FoldedText
    let words: [String]
    /// The year at the end of the alias, which the print must have too.
    let year: Int?
    /// The year of the law that the alias names without it: another year just after the name is another law.
    let lawYear: Int?
    /// Kind of the instrument; nil for a standard.
    let kind: Instrument.Kind?

    /// An abbreviation with a number ("QĐ 950") is the whole print or nothing: more words may name
    /// another issuer.
    var isShort: Bool { name.letters.last?.isDecimalDigit ?? false }
  }

  /// The longest first.
  private let aliases: [Alias]
  /// Places among the aliases by the word that they begin with.
  private let byWord: [String: [Int]]
  /// Instruments whose number was not seen.
  private let unnumbered: Set<String>

  init(instruments: [Instrument], standards: [Standard]) {
    unnumbered = Set(instruments.filter { $0.number == nil }.map(\.id))
    let all =
      instruments.flatMap { entry in
        entry.names.map { Self.alias($0, of: entry.id, kind: entry.kind, lawYear: entry.yearOfLaw) }
      }
      + standards.flatMap { entry in
        entry.aliases.map { Self.alias($0, of: entry.id, kind: nil, lawYear: nil) }
      }
    aliases = all.sorted { $0.name.letters.count > $1.name.letters.count }
    byWord = Dictionary(grouping: aliases.indices) { [aliases] in aliases[$0].words.first ?? "" }
  }

  /// The longest name that begins at a word of a print.
  func name(at index: Int, in words: [FoldedWord]) -> CitationScan.Name? {
    guard let first = Self.expanded(words[index].text).first, let places = byWord[first] else { return nil }
    for place in places {
      let alias = aliases[place]
      guard let count = Self.length(of: alias.words, in: words[index...]) else { continue }
      return CitationScan.Name(words: count, kind: alias.kind, isShort: alias.isShort)
    }
    return nil
  }

  /// How many words of the print the name takes up.
  private static func length(of name: [String], in words: ArraySlice<FoldedWord>) -> Int? {
    var rest = name[...]
    var count = 0
    for word in words {
      let expanded = expanded(word.text)
      guard rest.starts(with: expanded) else { return nil }
      rest = rest.dropFirst(expanded.count)
      count += 1
      if rest.isEmpty { return count }
    }
    return nil
  }

  /// The entry that a print names.
  /// - Parameter isMeant: whether an entry may be meant, by its id, the year of its name and whether its number is unknown.
  func resolve(
    _ text: FoldedText, _ context: CitationContext, among isMeant: (String, Int?, Bool) -> Bool
  ) -> Citation {
    let expanded = Self.expandingAbbreviations(text)
    // A name stands in the print as whole words, so its first word is one of those printed.
    let places = Set(expanded.words.map(\.text)).flatMap { byWord[$0] ?? [] }.sorted()
    let whole = expanded.letters.reversed().drop { !$0.isWordPart }.count
    let named = places.map { aliases[$0] }.filter { alias in
      (context.kind == nil || alias.kind == nil || alias.kind == context.kind)
        && isMeant(alias.id, alias.year, unnumbered.contains(alias.id))
        && (alias.isShort
          ? expanded.letters[..<whole].elementsEqual(alias.name.letters)
          : expanded.end(of: alias.name) != nil)
    }
    guard let longest = named.first?.name.letters.count else { return .notInCatalogue }
    let longestNames = named.filter { $0.name.letters.count == longest }
    let best = longestNames.filter { name in
      guard let year = name.lawYear, let printed = expanded.year(after: name.name) else { return true }
      return year == printed
    }
    if best.isEmpty { return .notInCatalogue }
    let dated = best.filter { $0.year == nil || context.years.contains($0.year ?? 0) }
    if dated.isEmpty {
      return context.years.isEmpty ? .ambiguous(Array(Set(best.map(\.id))).sorted()) : .notInCatalogue
    }
    return CitationResolver.answer(dated.map(\.id))
  }

  /// An alias with a year at its end ("Luật CNTT 2006") asks for that year in the print.
  private static func alias(_ name: String, of id: String, kind: Instrument.Kind?, lawYear: Int?) -> Alias {
    let words = name.split(separator: " ")
    var stem = words[...]
    let year = words.last.flatMap { FoldedText($0).words.first?.year }
    if year != nil {
      stem = stem.dropLast()
      if stem.last == "năm" { stem = stem.dropLast() }
    }
    let text = expandingAbbreviations(FoldedText(stem.joined(separator: " ")))
    return Alias(
      id: id, name: text, words: text.words.map(\.text), year: year, lawYear: year == nil ? lawYear : nil,
      kind: kind)
  }

  /// The abbreviations that plans print for the subjects of laws, folded.
  private static let abbreviations: [String: [String]] = {
    let table = [
      "cntt": "công nghệ thông tin", "attt": "an toàn thông tin", "atttm": "an toàn thông tin mạng",
      "anm": "an ninh mạng", "bvdlcn": "bảo vệ dữ liệu cá nhân", "cđs": "chuyển đổi số",
      "tccqđp": "tổ chức chính quyền địa phương",
    ]
    return table.mapValues { $0.split(separator: " ").map { PrintWords.folded(String($0)) } }
  }()

  private static func expanded(_ word: String) -> [String] { abbreviations[word] ?? [word] }

  private static func expandingAbbreviations(_ text: FoldedText) -> FoldedText {
    let words = text.words
    guard words.contains(where: { abbreviations[$0.text] != nil }) else { return text }
    var result: [Unicode.Scalar] = []
    var place = 0
    for word in words {
      result += text.letters[place..<word.start]
      result += expanded(word.text).joined(separator: " ").unicodeScalars
      place = word.end
    }
    result += text.letters[place...]
    return FoldedText(folded: result)
  }
}
