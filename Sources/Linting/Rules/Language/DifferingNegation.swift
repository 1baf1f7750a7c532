import XML

/// A “không” of one language that the other does not have.
struct DifferingNegation: FileRule {
  let card = RuleCard(
    "K077", "differing-negation", .warning, .language,
    vi: "Bản tiếng này phủ định, bản tiếng kia thì không: hai bản nói ngược nhau.",
    en: "One language denies and the other does not: the two say the opposite of each other.",
    accepts: .standard(
      vietnamese: "Đèn đường số 1 không dùng pin", english: "Street lamps 1 without batteries"),
    rejects: .standard(
      vietnamese: "Đèn đường số 1 không dùng pin", english: "Street lamps 1 with batteries", mark: "‸"))

  private static let denials: Set<String> = [
    "not", "no", "without", "never", "none", "nor", "neither", "cannot", "nothing", "nobody", "nowhere",
    "except", "unless", "lack", "lacks", "lacking", "missing", "outside", "non", "free", "exempt", "zero",
    "fail", "fails", "off", "unknown", "invalid", "incomplete", "unclear", "absent", "avoid", "avoids",
    "avoided", "unread", "unsigned", "unassessed", "unlike", "only", "less", "yet", "until", "before",
    "incompatible", "independent", "another", "other", "neutral",
  ]
  /// Words that deny beyond doubt, and those of Vietnamese that answer to them.
  private static let plain: Set<String> = ["not", "without", "never", "cannot", "nor", "neither", "nothing"]
  private static let answers: Set<String> = [
    "không", "chưa", "chẳng", "chớ", "đừng", "thiếu", "trừ", "ngoài", "vô", "phi", "cấm", "miễn", "khỏi",
    "hết", "tránh", "bỏ", "ngừng", "chỉ", "khác", "mà", "thôi", "trước",
  ]
  /// `không gian` is space and `không muộn hơn` is by: no denials.
  private static let following: Set<String> = [
    "gian", "khí", "dây", "quân", "vận", "người", "muộn", "quá",
  ]
  private static let preceding: Set<String> = ["hàng", "hay", "có"]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for group in contents.writing.labels {
      for (vietnamese, english) in group.pairs {
        let vi = PrintedWords.all(in: vietnamese.text)
        let en = Set(PrintedWords.all(in: english.text))
        if Self.denies(vi), en.isDisjoint(with: Self.denials) {
          report.add(
            .element(english), vi: "bản tiếng Việt phủ định, bản tiếng Anh thì không",
            en: "the Vietnamese denies, the English does not")
        } else if !en.isDisjoint(with: Self.plain), Self.answers.isDisjoint(with: vi) {
          report.add(
            .element(english), vi: "bản tiếng Anh phủ định, bản tiếng Việt thì không",
            en: "the English denies, the Vietnamese does not")
        }
      }
    }
  }

  private static func denies(_ words: [String]) -> Bool {
    words.indices.contains { index in
      words[index] == "không"
        && !(index + 1 < words.count && following.contains(words[index + 1]))
        && !(index > 0 && preceding.contains(words[index - 1]))
    }
  }
}
