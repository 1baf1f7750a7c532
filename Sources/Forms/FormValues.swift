import MasterPlan
import Source

/// Values of a plan's file as the form shows them, and back: days as they are written in Vietnam, figures with a comma,
/// values of lists by their names.
struct FormValues: Sendable {
  private let vocabulary: PlanVocabulary
  private let words: FormWords
  /// How the form shows the values of each list.
  private let names: [String: [String: String]]

  init(_ vocabulary: PlanVocabulary, _ words: FormWords) {
    self.vocabulary = vocabulary
    self.words = words
    var names: [String: [String: String]] = [:]
    for list in vocabulary.lists {
      var shown: [String: String] = [:]
      for token in vocabulary.values(of: list) {
        shown[token] =
          words["term", list, token] ?? vocabulary.term(token, in: list)?.vietnamese.inOneLine ?? token
      }
      // Two values of one name are told apart by what the file calls them.
      let all = Dictionary(grouping: shown.values, by: Self.folded)
      names[list] = Dictionary(
        uniqueKeysWithValues: shown.map { token, name in
          (token, all[Self.folded(name)]?.count == 1 ? name : "\(name) (\(token))")
        })
    }
    self.names = names
  }

  // MARK: From the file

  func shown(_ raw: String, _ value: PlanShape.Value, attribute: String) -> String {
    switch value {
    case .text: raw.inOneLine
    case .day: Self.day(raw) ?? raw
    case .integer: Self.isYear(attribute) ? raw : Self.grouped(raw)
    case .decimal: Self.grouped(raw)
    case .token(let list): term(raw, in: list)
    case .tokens(let list):
      raw.split(separator: " ").map { term(String($0), in: list) }.joined(separator: "\n")
    case .own: words["term", attribute, raw] ?? raw
    }
  }

  /// Years are not grouped.
  static func isYear(_ attribute: String) -> Bool {
    ["from", "to", "vision", "year", "round", "level"].contains(attribute)
  }

  func term(_ token: String, in list: String) -> String { names[list]?[token] ?? token }

  /// The values of a list with the names that the form shows, in the order of the names.
  func choices(_ value: PlanShape.Value, attribute: String) -> [(shown: String, token: String)] {
    switch value {
    case .token(let list):
      vocabulary.values(of: list).map { (term($0, in: list), $0) }.sorted {
        Array($0.0.utf8).lexicographicallyPrecedes(Array($1.0.utf8))
      }
    case .own(let values): values.map { (words["term", attribute, $0] ?? $0, $0) }
    case .text, .day, .integer, .decimal, .tokens: []
    }
  }

  static func day(_ raw: String) -> String? {
    guard let day = CalendarDate(raw) else { return nil }
    return Self.two(day.day) + "/" + Self.two(day.month) + "/" + String(day.year)
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  /// `1234.5` as `1.234,5`.
  static func grouped(_ raw: String) -> String {
    var text = raw
    var sign = ""
    if text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") {
      sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
      text = String(text.unicodeScalars.dropFirst())
    }
    let pieces = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = pieces.first, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return raw }
    var digits = Array((whole.isEmpty ? "0" : whole).utf8)
    while digits.count > 1, digits[0] == 0x30 { digits.removeFirst() }
    var grouped: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(UInt8(ascii: ".")) }
      grouped.append(digit)
    }
    let rest = pieces.count == 2 && !pieces[1].isEmpty ? "," + pieces[1] : ""
    return sign + String(decoding: grouped, as: UTF8.self) + rest
  }

  // MARK: Into the file

  /// - Returns: the value as the file has it; nil for what is none.
  func raw(_ shown: String, _ value: PlanShape.Value, attribute: String) -> String? {
    switch value {
    case .text: return shown.inOneLine
    case .day: return Self.rawDay(shown.inOneLine)
    case .integer: return Self.rawNumber(shown.inOneLine).flatMap { Int($0).map(String.init) }
    case .decimal: return Self.rawNumber(shown.inOneLine)
    case .token, .own:
      return choices(value, attribute: attribute).first {
        Self.isSame($0.shown, shown) || $0.token == shown.inOneLine
      }?
      .token
    case .tokens(let list):
      var tokens: [String] = []
      for line in shown.split(separator: "\n") where !String(line).inOneLine.isEmpty {
        guard let token = raw(String(line), .token(list: list), attribute: attribute) else { return nil }
        tokens.append(token)
      }
      return tokens.joined(separator: " ")
    }
  }

  /// Whatever the case, the kind of blanks and the composition of marks: equality of strings is that of canonical
  /// equivalence (Unicode, UAX 15), which is what a reader sees.
  static func isSame(_ left: String, _ right: String) -> Bool { folded(left) == folded(right) }

  static func folded(_ text: String) -> String { text.inOneLine.lowercased() }

  static func rawDay(_ text: String) -> String? {
    if let day = CalendarDate(text), text.utf8.count == 10 { return day.description }
    let pieces = text.split { "/-.".unicodeScalars.contains($0.unicodeScalars.first ?? " ") }.map { Int($0) }
    guard pieces.count == 3, let day = pieces[0], let month = pieces[1], let year = pieces[2] else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)?.description
  }

  /// `1.234,5` or `1234.5`: a point in front of three digits parts thousands, as it does in Vietnam.
  static func rawNumber(_ text: String) -> String? {
    var bytes = Array(text.utf8).filter { $0 != 0x20 }
    var sign = ""
    if bytes.first == UInt8(ascii: "-") {
      sign = "-"
      bytes.removeFirst()
    }
    let comma = UInt8(ascii: ",")
    let point = UInt8(ascii: ".")
    let parts = bytes.split(separator: comma, omittingEmptySubsequences: false)
    guard parts.count <= 2, !bytes.isEmpty else { return nil }
    var whole = Array(parts[0])
    var fraction = parts.count == 2 ? Array(parts[1]) : []
    let groups = whole.split(separator: point, omittingEmptySubsequences: false)
    if groups.count > 1 {
      if groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count) {
        whole = groups.flatMap { Array($0) }
      } else if groups.count == 2, parts.count == 1 {
        whole = Array(groups[0])
        fraction = Array(groups[1])
      } else {
        return nil
      }
    }
    let digits: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    guard !whole.isEmpty, whole.allSatisfy(digits), fraction.allSatisfy(digits),
      parts.count == 1 || !fraction.isEmpty
    else { return nil }
    return sign + String(decoding: whole, as: UTF8.self)
      + (fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self))
  }

  /// A value of an indicator in one line: `2030: 90`, `≥ 90`, `10 – 13`, `hạng 3`, `“tốt”`.
  func measure(_ item: Item) -> String {
    var parts: [String] = []
    func number(_ name: String) -> String? { item.attribute(name).map(Self.grouped) }
    if let value = number("value") { parts.append(value) }
    switch (number("minimum"), number("maximum")) {
    case (let low?, let high?): parts.append(low + " – " + high)
    case (let low?, nil): parts.append("≥ " + low)
    case (nil, let high?): parts.append("≤ " + high)
    case (nil, nil): break
    }
    if let rank = item.attribute("rank") { parts.append((words["term", "rank"] ?? "#") + " " + rank) }
    if let said = item.attribute("words") { parts.append("“" + said.inOneLine + "”") }
    let year = item.attribute("year").map { $0 + ": " } ?? ""
    return year + (parts.isEmpty ? "–" : parts.joined(separator: "; "))
  }

  /// The attributes of such a value; nil for what is none.
  func measure(_ shown: String) -> [(String, String)]? {
    var text = shown.inOneLine
    var result: [(String, String)] = []
    if let colon = text.unicodeScalars.firstIndex(of: ":"), let year = Int(text[..<colon]),
      (1900...2100).contains(year)
    {
      result.append(("year", String(year)))
      text = String(text[text.unicodeScalars.index(after: colon)...]).inOneLine
    }
    if let open = text.unicodeScalars.firstIndex(of: "“"), let close = text.unicodeScalars.lastIndex(of: "”"),
      open < close
    {
      result.append(("words", String(text[text.unicodeScalars.index(after: open)..<close])))
      text = String(text[..<open])
    }
    for piece in text.split(separator: ";") {
      let piece = String(piece).inOneLine
      if piece.isEmpty || piece == "–" { continue }
      let rank = words["term", "rank"] ?? "#"
      if piece.utf8.starts(with: rank.utf8) {
        guard
          let value = Int(String(decoding: piece.utf8.dropFirst(rank.utf8.count), as: UTF8.self).inOneLine)
        else {
          return nil
        }
        result.append(("rank", String(value)))
        continue
      }
      let bounds = [("≥", "minimum"), (">=", "minimum"), ("≤", "maximum"), ("<=", "maximum")]
      if let bound = bounds.first(where: { piece.utf8.starts(with: $0.0.utf8) }) {
        guard
          let value = Self.rawNumber(
            String(decoding: piece.utf8.dropFirst(bound.0.utf8.count), as: UTF8.self))
        else { return nil }
        result.append((bound.1, value))
        continue
      }
      let ends = piece.unicodeScalars.split(whereSeparator: { $0 == "–" }).map { Self.rawNumber(String($0)) }
      switch ends.count {
      case 1:
        guard let value = ends[0] else { return nil }
        result.append(("value", value))
      case 2:
        guard let low = ends[0], let high = ends[1] else { return nil }
        result += [("minimum", low), ("maximum", high)]
      default: return nil
      }
    }
    return result
  }

  /// An amount by its source in one line: `Ngân sách trung ương: 50`.
  func budget(_ item: Item) -> String {
    term(item.attribute("source") ?? "", in: "fund-source") + ": "
      + Self.grouped(item.attribute("amount") ?? "")
  }

  func budget(_ shown: String) -> [(String, String)]? {
    let text = shown.inOneLine
    guard let colon = text.unicodeScalars.lastIndex(of: ":"),
      let source = raw(String(text[..<colon]), .token(list: "fund-source"), attribute: "source"),
      let amount = Self.rawNumber(String(text[text.unicodeScalars.index(after: colon)...]))
    else { return nil }
    return [("source", source), ("amount", amount)]
  }
}

extension String {
  /// Without white space at its ends and with one blank for each run of it.
  var inOneLine: String {
    unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init).joined(separator: " ")
  }
}
