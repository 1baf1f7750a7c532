import BuiltIn
import Source

/// The kinds of documents that plans cite (`Data/instrument-kinds.tsv`): how they are printed, the symbols of their
/// numbers, and whether they decide. Citations, facets and the export to Schematron ask this one table.
package struct InstrumentKinds: Sendable {
  package struct Row: Sendable {
    /// Nil for documents that the catalogue does not hold.
    package let kind: Instrument.Kind?
    package let name: String
    package let names: [String]
    package let abbreviations: [String]
    /// Folded, as they stand in numbers.
    package let symbols: [String]
    package let decides: Bool
    /// Its name at the head of a line is a text even without a number.
    let standsAlone: Bool
    /// Serial number and year are one text.
    let isNumberedByOneBody: Bool
  }

  package let rows: [Row]
  private let phrases: [String: [Phrase]]
  private let rowsBySymbol: [String: Int]

  struct Phrase: Sendable {
    let words: [String]
    let row: Int
    let isAbbreviation: Bool
  }

  /// Those of the program.
  package static let known = InstrumentKinds(rows: table())

  private init(rows: [Row]) {
    self.rows = rows
    var phrases: [String: [Phrase]] = [:]
    var symbols: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for (names, isAbbreviation) in [(row.names, false), (row.abbreviations, true)] {
        for name in names {
          let words = FoldedText(name).words.map(\.text)
          phrases[words.first ?? "", default: []].append(
            Phrase(words: words, row: index, isAbbreviation: isAbbreviation))
        }
      }
      for symbol in row.symbols { symbols[symbol] = symbols[symbol] ?? index }
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    rowsBySymbol = symbols
  }

  private static func table() -> [Row] {
    // The file is part of the program; a test reads it.
    guard let file = try? BuiltIn.file("Data/instrument-kinds.tsv") else { return [] }
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    return lines.filter { $0.utf8.first != UInt8(ascii: "#") }.dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7 else { return nil }
      func list(_ cell: String) -> [String] { cell.split(separator: "|").map(String.init) }
      return Row(
        kind: Instrument.Kind(rawValue: cells[0]), name: cells[0], names: list(cells[1]),
        abbreviations: list(cells[2]),
        symbols: list(cells[3]).map { InstrumentDesignation.plain(FoldedText($0).letters) },
        decides: cells[4] == "yes", standsAlone: cells[5] == "yes", isNumberedByOneBody: cells[6] == "yes")
    }
  }

  /// The longest name of a kind that these words begin with.
  func phrase(at index: Int, in words: [FoldedWord]) -> Phrase? {
    phrases[words[index].text]?.first { phrase in
      index + phrase.words.count <= words.count
        && zip(phrase.words, words[index...]).allSatisfy { $0 == $1.text }
    }
  }

  /// Whether a word is what a kind is called or abbreviated to.
  func isName(_ word: String) -> Bool { phrases[word] != nil }

  /// The kind that the symbol of a number tells: `nđ-cp`, `qh15`, `57-nq/tw`.
  func row(ofSymbol symbol: String) -> Row? {
    let parts = symbol.split(separator: "-").map(String.init)
    for part in parts.prefix(2) {
      if let row = rowsBySymbol[part] { return rows[row] }
      let letters = String(part.prefix { !$0.isNumber })
      if letters.utf8.count < part.utf8.count, let row = rowsBySymbol[letters] { return rows[row] }
    }
    // Offices print their own names in the symbols of dispatches alone.
    return nil
  }
}

extension InstrumentKinds {
  /// The number of a document that decides, in these words: serial number and the symbol of such a kind. A submission,
  /// a draft, a year, or a symbol with a blank before it is none.
  package static func namesDecision(_ printed: String) -> Bool {
    let text = FoldedText(printed)
    let words = text.words
    for index in words.indices {
      // "…/2026/QĐ-UBND" has a year and no number.
      let start = words[index].start
      guard start == 0 || text.letters[start - 1] != "/" && text.letters[start - 1] != "-",
        let designation = InstrumentDesignation(at: start, in: text),
        let symbol = designation.symbol, known.row(ofSymbol: symbol)?.decides == true
      else { continue }
      let before = words[..<index].map(\.text)
      return !before.contains { undecided.contains($0) }
    }
    return false
  }

  /// An approval: a decision, or words that name somebody and a day, and say neither that it is still to come nor that it
  /// was not given.
  package static func namesApproval(_ printed: String) -> Bool {
    if namesDecision(printed) { return true }
    let words = FoldedText(printed).words
    guard !words.contains(where: { undecided.contains($0.text) || denied == $0.text }) else { return false }
    let named = words.count {
      $0.text.unicodeScalars.first?.isLetter == true && $0.text.unicodeScalars.count > 1
    }
    return named > 2 && words.indices.contains { PrintedDate(words, at: $0)?.date != nil }
  }

  private static let denied = PrintWords.folded("không")

  /// "Tờ trình … theo 12/QĐ-UBND", "Dự thảo Quyết định số 12/QĐ-UBND", "dự kiến", "sẽ".
  private static let undecided = Set(["trình", "thảo", "kiến", "sẽ", "chưa", "chờ"].map(PrintWords.folded))
}
