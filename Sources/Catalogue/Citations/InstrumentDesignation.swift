import Source

/// The number of a Vietnamese instrument in parts: `269/2025/NĐ-CP`, `57-NQ/TW`, `3098/BTTTT-KHCN`.
struct InstrumentDesignation: Sendable, Hashable {
  let serial: Int
  /// The year that is part of the number.
  let year: Int?
  /// What follows: kind and issuer, folded, with one kind of separator and D for Đ, which many type. Nil where none is
  /// printed.
  let symbol: String?
  /// Where it begins and ends in the text.
  let start: Int
  let end: Int

  /// The number in a text of the catalogue.
  init?(in text: FoldedText) {
    for word in text.words where word.text.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true {
      if let found = InstrumentDesignation(at: word.start, in: text) {
        self = found
        return
      }
    }
    return nil
  }

  /// A number that begins at this letter.
  init?(at start: Int, in text: FoldedText) {
    let letters = text.letters
    func digits(from index: Int) -> Int { letters[index...].prefix { $0.isDecimalDigit }.count }
    func isSeparator(_ index: Int) -> Bool {
      index < letters.count && (letters[index] == "/" || letters[index] == "-")
    }
    let count = digits(from: start)
    guard count > 0, count <= 6, let figure = Int(letters[start..<(start + count)].text) else { return nil }
    var index = start + count
    var serial = figure
    // "36a/NQ-CP" is not 36.
    if index < letters.count, letters[index].isLetter, letters[index].isASCII, isSeparator(index + 1) {
      serial = -(figure * 256 + Int(letters[index].value))
      index += 1
    }
    guard isSeparator(index) else { return nil }
    index += 1
    var year: Int?
    let next = digits(from: index)
    if next == 4, let value = Int(letters[index..<(index + 4)].text), (1900...2100).contains(value) {
      let after = index + 4
      guard letters[index - 1] == "/", after >= letters.count || !letters[after].isWordPart else {
        return nil
      }
      year = value
      index = after
      guard isSeparator(after), after + 1 < letters.count, letters[after + 1].isLetter else {
        self.init(serial: serial, year: year, symbol: nil, start: start, end: after)
        return
      }
      index += 1
    }
    let run = letters[index...].prefix { $0.isWordPart || $0 == "/" || $0 == "-" }
    guard run.first?.isLetter == true, Self.isSymbol(run, at: index, in: text) else {
      guard year != nil else { return nil }
      self.init(serial: serial, year: year, symbol: nil, start: start, end: index - 1)
      return
    }
    var symbol = run[...]
    while let last = symbol.last, last == "-" || last == "/" { symbol = symbol.dropLast() }
    let parts = symbol.split { $0 == "/" || $0 == "-" }.map { part in
      Self.plain(part)
    }
    // "TƯ" is typed for "TW".
    let last = parts.last == Self.partyTyped ? "tw" : parts.last
    self.init(
      serial: serial, year: year, symbol: (parts.dropLast() + [last ?? ""]).joined(separator: "-"),
      start: start,
      end: symbol.endIndex)
  }

  init(serial: Int, year: Int?, symbol: String?, start: Int, end: Int) {
    self.serial = serial
    self.year = year
    self.symbol = symbol
    self.start = start
    self.end = end
  }

  /// D for Đ.
  static func plain(_ letters: some Sequence<Unicode.Scalar>) -> String {
    letters.map { $0 == "đ" ? "d" : $0 }.text
  }

  private static let partyTyped = FoldedText("tư").letters.text

  /// Symbols are letters of abbreviations. A word with a tone, the name of a kind and the series of a standard follow
  /// the number of a line in a list: "1/ Luật …", "3- NĐ 47/2024", "2/ TCVN …".
  private static func isSymbol(_ run: ArraySlice<Unicode.Scalar>, at start: Int, in text: FoldedText) -> Bool
  {
    let parts = run.split { $0 == "/" || $0 == "-" }
    guard !parts.isEmpty, !parts.contains(where: { $0.contains(where: \.isTone) }) else { return false }
    guard let first = parts.first?.text, parts.count == 1 else { return true }
    if StandardDesignation.series.contains(first) { return false }
    guard InstrumentKinds.known.isName(first) else { return true }
    // An abbreviated kind with its own number after it.
    let after = text.letters[run.endIndex...].drop { $0 == " " }
    return after.first?.isDecimalDigit != true && !text.followsSpace(start)
  }

  /// Numbers of provincial bodies name no province: every province has a `634/QĐ-UBND`, every year.
  var namesNoIssuer: Bool {
    guard let symbol else { return true }
    return symbol.hasSuffix("-ubnd") || symbol.hasSuffix("-hdnd") || symbol == "ubnd"
      || symbol.hasSuffix("-tu")
  }
}
