import Schematron

/// What an earlier report already said of a plan. Gaps that it knows are shown as known and fail no run;
/// they stay gaps, and never make a plan conforming.
package struct Baseline: Sendable {
  /// SHA-256 of the file of the earlier report.
  package let digest: String
  /// Whether the earlier report is as the program wrote it. Another one marks what it knows, and quiets nothing.
  package let isSealed: Bool
  private let standings: [String: Standing]
  private let ruleFailures: [RuleFailure: Int]

  /// - Parameter ruleFailures: those of rules beside the catalogue, each as often as the report names it.
  package init(
    digest: String, isSealed: Bool, standings: [String: Standing], ruleFailures: [RuleFailure]
  ) {
    self.digest = digest
    self.isSealed = isSealed
    self.standings = standings
    self.ruleFailures = RuleFailure.counted(ruleFailures)
  }

  /// Whether the gap was open before and is no worse now.
  package func knows(_ finding: Finding) -> Bool {
    guard finding.verdict.isGap, let earlier = standings[finding.criterion.id], earlier.verdict.isGap else {
      return false
    }
    return !finding.standing.isWorse(than: earlier)
  }

  /// How a gap, waived or not, stands to the earlier report.
  package enum State: String, Sendable {
    case new, unchanged, updated
  }

  package func state(of finding: Finding) -> State {
    guard let earlier = standings[finding.criterion.id], earlier.verdict.isGap || earlier.verdict == .waived
    else { return .new }
    let standing = finding.standing
    return standing == earlier ? .unchanged : standing.isWorse(than: earlier) ? .new : .updated
  }

  /// The failures that were there before at least as often. One more of a kind is a new one, and nothing
  /// tells which: then none of the kind counts as known.
  func known(among failures: [SchematronFinding]) -> Set<RuleFailure> {
    let counts = RuleFailure.counted(failures.map { RuleFailure($0) })
    return Set(counts.filter { $0.value <= ruleFailures[$0.key] ?? 0 }.keys)
  }
}

/// A failure of rules beside the catalogue, wherever in the plan it stands.
package struct RuleFailure: Sendable, Hashable {
  package let rule: String
  /// The letters and digits of its message: a report shows the rest as far as it is harmless.
  private let words: String

  package init(rule: String, message: String) {
    self.rule = rule
    var letters = String.UnicodeScalarView()
    letters.append(
      contentsOf: message.unicodeScalars.lazy
        .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }.prefix(1_000))
    words = String(letters)
  }

  /// How often each kind of failure is there.
  package static func counted(_ failures: [RuleFailure]) -> [RuleFailure: Int] {
    failures.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  init(_ finding: SchematronFinding) {
    self.init(rule: finding.id ?? finding.test, message: finding.words)
  }
}
