import Compliance
import Phrasing
import Source
import Writing

/// What changed between two rounds as one page that needs nothing else. The page is a template; this file
/// only fills it.
struct DifferenceHTML {
  private let words: DifferenceWords
  private let template: PageTemplate
  private var language: Language { words.language }

  init(_ phrasing: Phrasing, template: String) throws {
    words = DifferenceWords(phrasing: phrasing)
    self.template = try PageTemplate(template)
  }

  func text(_ round: RoundDifference) -> String {
    let overview = RoundOverview(round, words)
    let common = Set(round.commonCircumstances)
    // Of many plans those that are as they were need no room; JSON has them all.
    let isSet = round.plans.count > 1
    let order: [Change] = isSet ? [.new, .changed, .closed] : DifferenceWords.order
    let shown = round.plans.enumerated().filter { !isSet || $1.hasChanged }
    let numbers = Dictionary(shown.map { (Self.key($1), $0 + 1) }) { first, _ in first }
    return template.filled(
      with: [
        "language": language.rawValue, "version": Program.version,
        "heading": language(.difference), "verdict": words.verdict(on: round), "isWorse": round.isWorse,
        "quoted": words.quotesAnother(round) ? [language(.quotedLanguage)] : [],
        "roundCounts": overview.counts,
        "common": overview.common.map { "\(language(.review(.forAllPlans))): \($0)" },
        "groups": overview.groups.map { group in
          [
            "title": group.title, "class": group.isWorse ? "gap" : "met", "plan": language(.review(.plan)),
            "conclusion": language(.conclusion),
            "entries": group.entries.map { entry in
              [
                "number": numbers[Self.key(entry.difference)] ?? 0, "name": entry.name,
                "outcome": entry.difference.new.outcome.rawValue, "conclusion": entry.conclusion,
                "moves": entry.moves,
              ] as [String: Any]
            },
          ] as [String: Any]
        },
        "lists": overview.lists.map { ["title": $0.title, "lines": $0.lines] as [String: Any] },
        "plans": shown.map { plan($1, number: $0 + 1, besides: common, order) },
      ] as [String: Any])
  }

  /// The later report, by which a line of the overview finds its section.
  private static func key(_ difference: ReportDifference) -> String {
    "\(difference.new.source)\n\(difference.new.file)\n\(difference.new.digest)"
  }

  private func plan(
    _ difference: ReportDifference, number: Int, besides common: Set<ReportDifference.Circumstance>,
    _ sections: [Change]
  ) -> [String: Any] {
    let facts: [(Phrase, String)] = [
      (.place, difference.new.city), (.before, source(difference.old)), (.after, source(difference.new)),
    ]
    return [
      "number": number, "title": SafeText.of(difference.new.title, limit: 2_000),
      "outcome": difference.new.outcome.rawValue, "sign": Signs.of(difference.new.outcome),
      "conclusion": words.outcome(of: difference),
      "facts": facts.map { ["name": language($0.0), "text": SafeText.of($0.1, limit: 600)] },
      "circumstances": difference.circumstances.filter { !common.contains($0) }.map { words.words($0) },
      "counts": DifferenceWords.order.map {
        ["name": language(.changeName($0)), "count": difference.changes($0).count] as [String: Any]
      },
      "sections": sections.compactMap { section(difference, $0) },
    ]
  }

  private func source(_ report: SavedReport) -> String {
    "\(report.source) – \(language(report.asOf.date)), SHA-256 \(report.digest)"
  }

  private func section(_ difference: ReportDifference, _ change: Change) -> [String: Any]? {
    let changes = difference.changes(change)
    let rules = difference.rules.filter { $0.change == change }
    guard changes.count + rules.count > 0 else { return nil }
    return [
      "id": change.rawValue, "title": language(.changeTitle(change, changes.count + rules.count)),
      "isOpen": change == .new || change == .changed,
      "changes": changes.map(entry),
      "rules": rules.map {
        ["rule": SafeText.of($0.rule, limit: 80), "message": SafeText.of($0.message, limit: 400)]
      },
    ]
  }

  private func entry(_ change: CriterionChange) -> [String: Any] {
    let verdict = change.finding.standing.verdict
    return [
      "id": SafeText.of(change.criterion, limit: 80), "title": words.title(of: change),
      "verdict": verdict.rawValue, "sign": Signs.of(verdict), "move": words.move(of: change),
      "force": words.force(of: change), "worse": change.isWorse ? [language(.gotWorse)] : [],
      "details": words.details(of: change).map { ["name": $0.name, "text": $0.text] },
    ]
  }
}
