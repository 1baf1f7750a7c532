import Source

/// The number of a Vietnamese instrument in parts: `269/2025/NĐ-CP`, `57-NQ/TW`, `3098/BTTTT-KHCN`.
struct InstrumentDesignation: Sendable, Hashable {
  let serial: Int
  /// The year that is part of the number.
  let year: Int?
  /// The year printed just after the number: "71/NQ-CP năm 2019".
  let printedYear: Int?
  /// Where it stands in the text.
  let start: Int
  /// What follows: kind and issuer, folded, with one kind of separator and D for Đ, which many type.
  let symbol: String?

  /// The first number in the text that has the form of an instrument's, or nil.
  init?(in text: FoldedText) {
    let characters = text.characters
    var index = 0
    while index < characters.count {
      let startsRun =
        characters[index].isDecimalDigit
        && (index == 0 || !(characters[index - 1].isWordPart || characters[index - 1] == "/"))
      guard startsRun else {
        index += 1
        continue
      }
      if let found = Self.parse(characters[index...]) {
        self = found
        return
      }
      while index < characters.count, characters[index].isWordPart || "/-:.".contains(characters[index]) {
        index += 1
      }
    }
    return nil
  }

  private init(serial: Int, start: Int, year: Int?, symbol: String?, rest: ArraySlice<Character> = []) {
    printedYear = Self.yearAtStart(of: rest)
    self.serial = serial
    self.start = start
    self.year = year
    self.symbol = symbol
  }

  private static func parse(_ text: ArraySlice<Character>) -> InstrumentDesignation? {
    var rest = text
    let digits = rest.prefix { $0.isDecimalDigit }
    rest = rest.dropFirst(digits.count)
    guard digits.count <= 6, let serial = Int(String(digits)), let separator = rest.first,
      separator == "/" || separator == "-"
    else { return nil }
    rest = rest.dropFirst()
    var year: Int?
    let next = rest.prefix { $0.isDecimalDigit }
    if next.count == 4, let value = Int(String(next)), (1900...2100).contains(value) {
      let after = rest.dropFirst(4).first
      guard separator == "/", after == nil || after == "/" || after == "-" || !(after?.isWordPart ?? false)
      else { return nil }
      year = value
      rest = rest.dropFirst(4)
      guard after == "/" || after == "-" else {
        return InstrumentDesignation(serial: serial, start: text.startIndex, year: year, symbol: nil)
      }
      rest = rest.dropFirst()
    }
    let run = rest.prefix { $0.isWordPart || $0 == "/" || $0 == "-" }
    guard run.first?.isLetter == true else {
      return year.map { InstrumentDesignation(serial: serial, start: text.startIndex, year: $0, symbol: nil) }
    }
    let symbol = String(trimmed(run.map { $0 == "/" ? "-" : $0 == "đ" ? "d" : $0 }))
    return InstrumentDesignation(
      serial: serial, start: text.startIndex, year: year, symbol: symbol, rest: rest.dropFirst(run.count))
  }

  private static func yearAtStart(of rest: ArraySlice<Character>) -> Int? {
    let words = String(rest.prefix(12)).split(separator: " ")
    guard rest.first == " ", words.count >= 2, words[0] == "năm" else { return nil }
    return Int(words[1].prefix { $0.isDecimalDigit }).flatMap { (1900...2100).contains($0) ? $0 : nil }
  }

  private static func trimmed(_ symbol: [Character]) -> ArraySlice<Character> {
    var result = symbol[...]
    while result.last == "-" { result = result.dropLast() }
    return result
  }

  /// Numbers of provincial bodies name no province: every province has a `634/QĐ-UBND`, every year.
  var namesNoIssuer: Bool {
    guard let symbol else { return true }
    return symbol.hasSuffix("-ubnd") || symbol.hasSuffix("-hdnd") || symbol == "ubnd"
      || symbol.hasSuffix("-tu")
  }
}

/// What a citation prints besides the number.
struct CitationContext: Sendable {
  let kind: Instrument.Kind?
  let date: CalendarDate?
  let years: Set<Int>

  init(_ text: FoldedText) {
    let words = text.words.map(String.init)
    kind = Self.kind(words)
    date = Self.date(in: text, words: words)
    years = Set(words.filter { $0.count == 4 }.compactMap { Int($0) }.filter { (1900...2100).contains($0) })
  }

  private static func kind(_ words: [String]) -> Instrument.Kind? {
    let opening = words.prefix(2).joined(separator: " ")
    let names: [(String, Instrument.Kind)] = [
      ("nghị quyết", .resolution), ("nghị định", .decree), ("quyết định", .decision),
      ("thông tư", .circular), ("công văn", .dispatch), ("văn bản", .dispatch), ("chỉ thị", .directive),
      ("kết luận", .conclusion), ("thông báo", .announcement), ("kế hoạch", .plan),
    ]
    if let named = names.first(where: { $0.0 == opening }) { return named.1 }
    switch words.first {
    case "luật": return .law
    case "nq": return .resolution
    case "nđ": return .decree
    case "qđ": return .decision
    case "tt": return .circular
    case "cv", "vb": return .dispatch
    case "ct": return .directive
    case "kl": return .conclusion
    case "tb": return .announcement
    case "kh": return .plan
    default: return nil
    }
  }

  /// `01/8/2018`, `1-8-2018`, `01.8.2018` or `01 tháng 8 năm 2018`.
  private static func date(in text: FoldedText, words: [String]) -> CalendarDate? {
    for index in words.indices.dropLast(2) {
      if let date = date(words[index], words[index + 1], words[index + 2]) { return date }
      if index + 4 < words.count, words[index + 1] == "tháng", words[index + 3] == "năm",
        let date = date(words[index], words[index + 2], words[index + 4])
      {
        return date
      }
    }
    return nil
  }

  private static func date(_ day: String, _ month: String, _ year: String) -> CalendarDate? {
    guard day.count <= 2, month.count <= 2, year.count == 4, let day = Int(day), let month = Int(month),
      let year = Int(year)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
