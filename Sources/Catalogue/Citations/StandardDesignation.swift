/// The designation of a standard in parts: `TCVN ISO/IEC 27001:2019`, `QCVN 102:2016/BTTTT/SĐ1:2022`.
struct StandardDesignation: Sendable, Hashable {
  /// Where it stands in the text.
  let start: Int
  /// Folded series: `tcvn`, `tcvn iso/iec`, `qcvn`, `iso`, `itu-t`.
  let series: String
  /// Number with parts: `13078-21-1`, `37106`, `y.4900`.
  let number: String
  let year: Int?
  /// Issuer suffix of a technical regulation.
  let issuer: String?
  /// Number and year of an amendment: `1:2022`.
  let amendment: String?

  /// The first designation of a standard in the text, or nil.
  init?(in text: FoldedText) {
    var reader = Reader(text.characters)
    let amendmentBefore = reader.amendmentBefore()
    guard let series = reader.series() else { return nil }
    start = reader.rest.startIndex
    guard let printed = reader.number() else { return nil }
    self.series = series
    let year = reader.year()
    (number, self.year) = year == nil ? Self.splittingYear(printed) : (printed, year)
    var issuer: String?
    var amendment = amendmentBefore
    while let suffix = reader.suffix() {
      if let found = suffix.amendment { amendment = found } else if issuer == nil { issuer = suffix.word }
    }
    self.issuer = issuer
    self.amendment = amendment
  }

  /// "11930-2017" is often printed for "11930:2017".
  private static func splittingYear(_ number: String) -> (number: String, year: Int?) {
    let parts = number.split(separator: "-")
    guard parts.count > 1, let last = parts.last, last.count == 4, let year = Int(last),
      (1950...2100).contains(year)
    else { return (number, nil) }
    return (parts.dropLast().joined(separator: "-"), year)
  }

  private struct Reader {
    var rest: ArraySlice<Character>

    init(_ characters: [Character]) {
      rest = characters[...]
    }

    /// "Sửa đổi 1:2022 QCVN …" names the amendment first.
    mutating func amendmentBefore() -> String? {
      let phrase = Array("sửa đổi ")
      guard rest.starts(with: phrase) else { return nil }
      let after = rest.dropFirst(phrase.count)
      let run = after.prefix { $0.isDecimalDigit || $0 == ":" }
      guard run.first?.isDecimalDigit == true else { return nil }
      rest = after.dropFirst(run.count)
      return String(run)
    }

    mutating func series() -> String? {
      var previous: Character?
      while let current = rest.first {
        let isStart = previous.map { !$0.isWordPart } ?? true
        if isStart,
          let name = Self.names.first(where: { startsWord($0.characters) })?.name
        {
          rest = rest.dropFirst(name.count)
          return name + organisations(after: name)
        }
        previous = current
        rest = rest.dropFirst()
      }
      return nil
    }

    private static let names = ["tcvn", "qcvn", "iso", "iec", "itu-t", "etsi", "ieee"].map {
      (name: $0, characters: Array($0))
    }

    private func startsWord(_ name: [Character]) -> Bool {
      guard rest.starts(with: name) else { return false }
      guard let next = rest.dropFirst(name.count).first else { return false }
      return !next.isLetter
    }

    /// Adopting series carry the organisation: `tcvn iso/ts`, `iso/iec`.
    private mutating func organisations(after name: String) -> String {
      var result = ""
      while true {
        let gap = rest.prefix { $0 == " " || $0 == "/" || $0 == "-" }
        let word = rest.dropFirst(gap.count).prefix { $0.isLetter }
        guard ["iso", "iec", "ts", "tr", "pas", "en"].contains(String(word)) else { return result }
        let joins = name == "tcvn" && result.isEmpty ? " " : "/"
        result += joins + String(word)
        rest = rest.dropFirst(gap.count + word.count)
      }
    }

    mutating func number() -> String? {
      let gap = rest.prefix { $0 == " " || $0 == "-" }
      var after = rest.dropFirst(gap.count)
      let letters = after.prefix { $0.isLetter }
      if letters.count == 1, after.dropFirst().first == "." {
        after = after.dropFirst(2)
      } else if !letters.isEmpty {
        return nil
      }
      let run = after.prefix { $0.isDecimalDigit || $0 == "-" || $0 == "." }
      guard run.first?.isDecimalDigit == true else { return nil }
      rest = after.dropFirst(run.count)
      var number = run
      while let last = number.last, !last.isDecimalDigit { number = number.dropLast() }
      let parts = String(number).split(separator: "-").map { part in
        String(part.drop { $0 == "0" })
      }
      return (letters.isEmpty ? "" : String(letters) + ".") + parts.joined(separator: "-")
    }

    mutating func year() -> Int? {
      guard rest.first == ":" else { return nil }
      let digits = rest.dropFirst().prefix { $0.isDecimalDigit }
      guard digits.count == 4 else { return nil }
      rest = rest.dropFirst(5)
      return Int(String(digits))
    }

    mutating func suffix() -> (word: String, amendment: String?)? {
      guard rest.first == "/" else { return nil }
      let run = rest.dropFirst().prefix { $0.isWordPart || $0 == ":" }
      guard !run.isEmpty else { return nil }
      rest = rest.dropFirst(run.count + 1)
      let word = String(run)
      guard word.hasPrefix("sđ") else { return (word, nil) }
      return (word, String(word.dropFirst(2)))
    }
  }
}
