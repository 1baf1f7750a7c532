import Compliance
import Phrasing
import Source

/// What of a plan decides whether criteria apply, and is not told: the same for many criteria.
enum Hinge: Hashable {
  case period, urbanClass, region, level
  case content(sections: [String], topics: [String])
  case other(Condition)

  init(_ condition: Condition) {
    self =
      switch condition {
      case .period: .period
      case .urbanClass: .urbanClass
      case .region: .region
      case .aimsAtLevel: .level
      case .presence(let sections, let topics): .content(sections: sections, topics: topics)
      case .planKind, .cityLevel, .provinceHasNoClass, .stage, .asOf: .other(condition)
      }
  }

  /// The section that tells it.
  var section: String? {
    switch self {
    case .period, .urbanClass, .region, .other: nil
    case .level: "maturity"
    case .content(let sections, _): sections.first
    }
  }

  func words(in phrasing: Phrasing) -> String {
    let language = phrasing.language
    return switch self {
    case .period: language(Phrase("answers.which-period"))
    case .urbanClass: language(Phrase("answers.which-class"))
    case .region: language(Phrase("answers.which-region"))
    case .level: language(Phrase("answers.which-level"))
    case .content(let sections, let topics):
      language(
        Phrase(
          "answers.which-content",
          [
            "what": .text(
              topics.isEmpty
                ? sections.map(phrasing.title).joined(separator: ", ")
                : topics.map { phrasing.term($0, "topic") }.joined(separator: ", "))
          ]))
    case .other(let condition):
      language(Phrase("answers.which-other", ["condition": .text(phrasing.words(condition))]))
    }
  }
}
