import XML

/// Numbers of one language that the other does not have.
struct DifferingNumbers: FileRule {
  let card = RuleCard(
    "K076", "differing-numbers", .warning, .language,
    vi: "Một con số, ngày hay tỷ lệ có ở bản tiếng này mà không có ở bản tiếng kia: một trong hai bản sai. "
      + "Số viết bằng chữ được tính là số.",
    en:
      "A number, day or share stands in one language and not in the other: one of the two is wrong. Numbers "
      + "in words count as numbers.",
    accepts: .standard(english: "Street lamps, part one"),
    rejects: .standard(english: "Street lamps, part 2", mark: "‸"))

  /// How English says numbers in words, as far as catalogues do.
  private static let english: [String: [String]] = [
    "half": ["50"], "all": ["100"], "every": ["100"], "each": ["100"], "full": ["100"],
    "one": ["1"], "first": ["1"], "two": ["2"], "second": ["2"], "three": ["3"], "third": ["3"],
    "four": ["4"], "fourth": ["4"], "five": ["5"], "fifth": ["5"], "six": ["6"], "sixth": ["6"],
    "seven": ["7"], "seventh": ["7"], "eight": ["8"], "eighth": ["8"], "nine": ["9"], "ninth": ["9"],
    "ten": ["10"], "eleven": ["11"], "twelve": ["12"], "thirteen": ["13"], "fourteen": ["14"],
    "fifteen": ["15"], "nineteen": ["19"], "twenty": ["20"], "thirty": ["30"],
    "january": ["1"], "february": ["2"], "march": ["3"], "april": ["4"], "may": ["5"], "june": ["6"],
    "july": ["7"], "august": ["8"], "september": ["9"], "october": ["10"], "november": ["11"],
    "december": ["12"], "jan": ["1"], "feb": ["2"], "mar": ["3"], "apr": ["4"], "jun": ["6"], "jul": ["7"],
    "aug": ["8"], "sep": ["9"], "oct": ["10"], "nov": ["11"], "dec": ["12"],
  ]
  private static let vietnamese: [String: [String]] = [
    "một": ["1"], "nhất": ["1"], "hai": ["2"], "nhì": ["2"], "ba": ["3"], "bốn": ["4"], "tư": ["4"],
    "năm": ["5"], "sáu": ["6"], "bảy": ["7"], "tám": ["8"], "chín": ["9"],
    "mười": ["10", "11", "12", "13", "14"],
    "nửa": ["50"], "mọi": ["100"], "toàn": ["100"], "tất": ["100"],
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for group in contents.writing.labels {
      for (vietnamese, english) in group.pairs {
        let (vi, en) = (vietnamese.text, english.text)
        let (first, second) = (PrintedFacts(vi).numbers, PrintedFacts(en).numbers)
        guard first != second else { continue }
        let missing = first.subtracting(second).subtracting(Self.said(en, Self.english))
        let extra = second.subtracting(first).subtracting(Self.said(vi, Self.vietnamese))
        guard !missing.isEmpty || !extra.isEmpty else { continue }
        let list = missing.union(extra).sorted().joined(separator: ", ")
        report.add(
          .element(english), vi: "chỉ một trong hai bản có số \(list)",
          en: "only one of the two languages has \(list)")
      }
    }
  }

  private static func said(_ text: String, _ words: [String: [String]]) -> Set<String> {
    Set(PrintedWords.all(in: text).flatMap { words[$0] ?? [] })
  }
}
