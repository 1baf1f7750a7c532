import Compliance
import Mustache

/// What changed between two rounds as one page that needs nothing else. The page is a template; this file
/// only fills it.
struct DifferenceHTML {
  private let words: DifferenceWords
  private let template: MustacheTemplate
  private var language: Language { words.language }

  init(_ wording: Wording, template: String) throws {
    words = DifferenceWords(wording: wording)
    self.template = try MustacheTemplate(string: template)
  }

  func text(_ round: RoundDifference) -> String {
    template.render(
      [
        "language": language.rawValue, "version": Program.version,
        "heading": language(.difference), "verdict": words.verdict(on: round), "isWorse": round.isWorse,
        "quoted": words.quotesAnother(round) ? [language(.quotedLanguage)] : [],
        "plans": round.plans.enumerated().map { plan($1, number: $0 + 1) },
        "lists": [
          list(round.missing, .plansMissing(round.missing.count)),
          list(round.appeared, .plansAppeared(round.appeared.count)),
        ].compactMap { $0 },
      ] as [String: Any])
  }

  private func list(_ reports: [SavedReport], _ title: Phrase) -> [String: Any]? {
    reports.isEmpty ? nil : ["title": language(title), "reports": reports.map { words.name(of: $0) }]
  }

  private func plan(_ difference: ReportDifference, number: Int) -> [String: Any] {
    let facts: [(Phrase, String)] = [
      (.place, difference.new.city), (.before, source(difference.old)), (.after, source(difference.new)),
    ]
    return [
      "number": number, "title": Excerpt.of(difference.new.title, limit: 2_000),
      "outcome": difference.new.outcome.rawValue, "sign": Signs.of(difference.new.outcome),
      "conclusion": words.outcome(of: difference),
      "facts": facts.map { ["name": language($0.0), "text": Excerpt.of($0.1, limit: 600)] },
      "circumstances": difference.circumstances.map { words.words($0) },
      "counts": DifferenceWords.order.map {
        ["name": language(.changeName($0)), "count": difference.changes($0).count] as [String: Any]
      },
      "sections": DifferenceWords.order.compactMap { section(difference, $0) },
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
        ["rule": Excerpt.of($0.rule, limit: 80), "message": Excerpt.of($0.message, limit: 400)]
      },
    ]
  }

  private func entry(_ change: CriterionChange) -> [String: Any] {
    let verdict = change.finding.standing.verdict
    return [
      "id": Excerpt.of(change.criterion, limit: 80), "title": words.title(of: change),
      "verdict": verdict.rawValue, "sign": Signs.of(verdict), "move": words.move(of: change),
      "force": words.force(of: change), "worse": change.isWorse ? [language(.gotWorse)] : [],
      "details": words.details(of: change).map { ["name": $0.name, "text": $0.text] },
    ]
  }
}
