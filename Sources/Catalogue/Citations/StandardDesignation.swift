/// The designation of a standard in parts: `TCVN ISO/IEC 27001:2019`, `QCVN 102:2016/BTTTT/SĐ1:2022`.
struct StandardDesignation: Sendable, Hashable {
  /// Folded series: `tcvn`, `tcvn iso/iec`, `qcvn`, `iso`, `itu-t`.
  let series: String
  /// Number with parts: `13078-21-1`, `37106`, `y.4900`.
  let number: String
  let year: Int?
  /// Issuer suffix of a technical regulation.
  let issuer: String?
  /// Number and year of an amendment: `1:2022`.
  let amendment: String?
  /// Where it begins and ends in the text.
  let start: Int
  let end: Int

  /// The words that a designation begins with.
  static let series: Set<String> = ["tcvn", "qcvn", "iso", "iec", "itu", "etsi", "ieee"]

  /// The first designation of a standard in the text, or nil.
  init?(in text: FoldedText) {
    let words = text.words
    for index in words.indices {
      if let found = StandardDesignation(at: words[index].start, in: text) {
        self = found
        return
      }
    }
    return nil
  }

  /// A designation that begins at this letter.
  /// - Parameter series: the series of the one before, for a number that stands alone in a list.
  init?(at start: Int, in text: FoldedText, series given: String? = nil) {
    var reader = Reader(text.letters[start...])
    let amendmentBefore = given == nil ? reader.amendmentBefore() : nil
    guard let series = given ?? reader.series(), let printed = reader.number() else { return nil }
    let year = reader.year()
    let split = year == nil ? Self.splittingYear(printed) : (number: printed, year: year)
    if given != nil, split.year == nil { return nil }
    var issuer: String?
    var amendment = amendmentBefore
    while let suffix = reader.suffix() {
      if let found = suffix.amendment { amendment = found } else if issuer == nil { issuer = suffix.word }
    }
    self.series = series
    number = split.number
    self.year = split.year
    self.issuer = issuer
    self.amendment = amendment
    self.start = start
    end = reader.rest.startIndex
  }

  /// "11930-2017" is often printed for "11930:2017".
  private static func splittingYear(_ number: String) -> (number: String, year: Int?) {
    let parts = number.split(separator: "-")
    guard parts.count > 1, let last = parts.last, last.utf8.count == 4, let year = Int(last),
      (1950...2100).contains(year)
    else { return (number, nil) }
    return (parts.dropLast().joined(separator: "-"), year)
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    init(_ letters: ArraySlice<Unicode.Scalar>) {
      rest = letters
    }

    private static let amends = FoldedText("sửa đổi ").letters + [" "]

    /// "Sửa đổi 1:2022 QCVN …" names the amendment first.
    mutating func amendmentBefore() -> String? {
      guard rest.starts(with: Self.amends) else { return nil }
      let after = rest.dropFirst(Self.amends.count)
      let run = after.prefix { $0.isDecimalDigit || $0 == ":" }
      guard run.first?.isDecimalDigit == true else { return nil }
      rest = after.dropFirst(run.count).drop { $0 == " " }
      return run.text
    }

    mutating func series() -> String? {
      guard let name = Self.names.first(where: { startsWord($0.letters) }) else { return nil }
      rest = rest.dropFirst(name.letters.count)
      return name.name + organisations(after: name.name)
    }

    private static let names = ["tcvn", "qcvn", "iso", "iec", "itu-t", "etsi", "ieee"].map {
      (name: $0, letters: Array($0.unicodeScalars))
    }

    private func startsWord(_ name: [Unicode.Scalar]) -> Bool {
      guard rest.starts(with: name) else { return false }
      guard let next = rest.dropFirst(name.count).first else { return false }
      return !next.isLetter && !next.isTone
    }

    /// Adopting series carry the organisation: `tcvn iso/ts`, `iso/iec`.
    private mutating func organisations(after name: String) -> String {
      var result = ""
      while true {
        let gap = rest.prefix { $0 == " " || $0 == "/" || $0 == "-" }
        let word = rest.dropFirst(gap.count).prefix { $0.isLetter }
        guard ["iso", "iec", "ts", "tr", "pas", "en"].contains(word.text) else { return result }
        let joins = name == "tcvn" && result.isEmpty ? " " : "/"
        result += joins + word.text
        rest = rest.dropFirst(gap.count + word.count)
      }
    }

    mutating func number() -> String? {
      let gap = rest.prefix { $0 == " " || $0 == "-" || $0 == ":" }
      var after = rest.dropFirst(gap.count)
      let letters = after.prefix { $0.isLetter }
      if letters.count == 1, after.dropFirst().first == "." {
        after = after.dropFirst(2)
      } else if !letters.isEmpty {
        return nil
      }
      var run = after.prefix { $0.isDecimalDigit || $0 == "-" || $0 == "." }
      guard run.first?.isDecimalDigit == true else { return nil }
      while let last = run.last, !last.isDecimalDigit { run = run.dropLast() }
      rest = after.dropFirst(run.count)
      let parts = run.text.split(separator: "-").map { part in
        String(part.drop { $0 == "0" })
      }
      return (letters.isEmpty ? "" : letters.text + ".") + parts.joined(separator: "-")
    }

    mutating func year() -> Int? {
      guard rest.first == ":" else { return nil }
      let digits = rest.dropFirst().prefix { $0.isDecimalDigit }
      guard digits.count == 4 else { return nil }
      rest = rest.dropFirst(5)
      return Int(digits.text)
    }

    mutating func suffix() -> (word: String, amendment: String?)? {
      guard rest.first == "/" else { return nil }
      let run = rest.dropFirst().prefix { $0.isWordPart || $0 == ":" }
      // A title or another designation may follow a slash: an issuer is letters of an abbreviation.
      guard !run.isEmpty, !run.contains(where: \.isTone), !StandardDesignation.series.contains(run.text)
      else { return nil }
      rest = rest.dropFirst(run.count + 1)
      let word = run.text
      guard word.hasPrefix("sđ") else { return (word, nil) }
      return (word, String(word.dropFirst(2)))
    }
  }
}
