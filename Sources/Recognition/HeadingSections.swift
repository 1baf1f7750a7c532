import Manuscript
import Source
import Wordings

/// Which section of a plan the text below each heading belongs to.
struct HeadingSections {
  private let rules: RecognitionRules
  private var above: [(level: Int, section: String?, isPart: Bool)] = []

  init(_ rules: RecognitionRules) {
    self.rules = rules
  }

  var section: String? { above.last?.section }

  mutating func enter(_ heading: Block, level: Int) {
    if heading.role == .annex { above = [] }
    while let last = above.last, last.level >= level { above.removeLast() }
    if let last = above.last, last.isPart {
      above.append((level, last.section, true))
      return
    }
    let words = FoldedWords(heading.headingText)
    // The article that approves a plan repeats its title: what the plan is about is not what stands below.
    if rules[.article].match(at: 0, in: words) != nil {
      above.append((level, above.last?.section, false))
      return
    }
    let part = rules[.part].longest(in: words)
    let own = rules[.heading].longest(in: words)
    if let part, part.range.count >= own?.range.count ?? 0 {
      above.append((level, part.means, true))
    } else {
      above.append((level, own?.means ?? above.last?.section, false))
    }
  }

  /// The title lines of an annex say what its tables hold.
  mutating func enter(annexLine text: String) {
    guard let part = rules[.part].longest(in: FoldedWords(text)) else { return }
    if above.isEmpty {
      above.append((0, part.means, false))
    } else {
      above[above.count - 1].section = part.means
    }
  }
}
