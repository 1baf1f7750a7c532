import Phrasing
import Source

/// Two rounds of many plans at a glance, in words: who stands worse, who closed what, who is missing or refused.
struct RoundOverview {
  /// One plan that changed.
  struct Entry {
    let difference: ReportDifference
    /// The plan and what became of its gaps, such as `Mới thiếu 1: C-GOV-01`.
    let name: String
    let conclusion: String
    let moves: [String]
  }

  struct Group {
    let title: String
    let isWorse: Bool
    let entries: [Entry]
  }

  let counts: [String]
  /// What differs for every plan alike.
  let common: [String]
  let groups: [Group]
  /// Plans and files as a title with lines.
  let lists: [(title: String, lines: [String])]

  init(_ round: RoundDifference, _ words: DifferenceWords) {
    let language = words.language
    let (worse, better) = (round.worse, round.better)
    let refusedNow = round.refused.count { $0.new != nil }
    counts =
      round.plans.count + round.refused.count < 2 && round.missing.isEmpty && round.appeared.isEmpty
      ? []
      : [
        language(
          .review(.roundCounts(both: round.plans.count, worse: worse.count, better: better.count))),
        language(
          .review(
            .roundEdges(
              appeared: round.appeared.count, missing: round.missing.count, refused: refusedNow))),
      ]
    common = round.commonCircumstances.map { words.words($0) }
    func group(_ phrase: ReviewPhrase, isWorse: Bool, _ plans: [ReportDifference]) -> Group {
      Group(
        title: language(.review(phrase)), isWorse: isWorse, entries: plans.map { Self.entry($0, words) })
    }
    groups =
      round.plans.count < 2
      ? []
      : [
        group(.worsePlans(worse.count), isWorse: true, worse),
        group(.betterPlans(better.count), isWorse: false, better),
      ].filter { !$0.entries.isEmpty }
    lists = [
      (language(.plansMissing(round.missing.count)), round.missing.map { words.name(of: $0) }),
      (language(.plansAppeared(round.appeared.count)), round.appeared.map { words.name(of: $0) }),
      (
        language(.review(.refusedPlans(round.refused.count))),
        round.refused.map { Self.line($0, words) }
      ),
    ].filter { !$0.1.isEmpty }
  }

  private static func entry(_ difference: ReportDifference, _ words: DifferenceWords) -> Entry {
    let moves = DifferenceWords.order.filter { $0 != .stillOpen }.compactMap { change -> String? in
      let changes = difference.changes(change)
      let rules = difference.rules.filter { $0.change == change }
      guard changes.count + rules.count > 0 else { return nil }
      let ids =
        changes.map { SafeText.of($0.criterion, limit: 80) + ($0.isWorse && change != .new ? " ▲" : "") }
        + rules.map { SafeText.of($0.rule, limit: 80) }
      return "\(words.language(.changeName(change))) \(ids.count): \(ids.joined(separator: ", "))"
    }
    return Entry(
      difference: difference, name: words.name(of: difference.new), conclusion: words.outcome(of: difference),
      moves: moves)
  }

  private static func line(_ change: RefusedChange, _ words: DifferenceWords) -> String {
    let language = words.language
    var phrases: [ReviewPhrase] = []
    if let before = change.before { phrases.append(.readBefore(words.phrasing.name(of: before.outcome))) }
    if let old = change.old, old != change.new { phrases.append(.refusedThen(old)) }
    if let new = change.new {
      phrases.append(.refusedNow(new))
    } else if let after = change.after {
      phrases.append(.readNow(words.phrasing.name(of: after.outcome)))
    } else {
      phrases.append(.goneNow)
    }
    return SafeText.of(
      "\(change.file): \(phrases.map { language(.review($0)) }.joined(separator: "; "))", limit: 1_000)
  }
}
