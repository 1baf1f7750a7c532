import Phrasing
import Source
import Writing

/// What changed between two rounds as data (gap-report-difference.schema.json).
struct DifferenceJSON {
  static let format = "urn:khung:gap-report-difference:1"

  private let words: DifferenceWords
  private var language: Language { words.language }

  init(_ phrasing: Phrasing) {
    words = DifferenceWords(phrasing: phrasing)
  }

  func text(_ round: RoundDifference) -> String {
    JSON.object([
      ("format", .string(Self.format)),
      ("program", .object([("name", .string("khung")), ("version", .string(Program.version))])),
      ("language", .string(language.rawValue)),
      ("worse", .boolean(round.isWorse)),
      ("plans", .array(round.plans.map(plan))),
      ("appeared", .array(round.appeared.map(report))),
      ("missing", .array(round.missing.map(report))),
      (
        "refused",
        .array(
          round.refused.map { change in
            .object([
              ("file", .string(change.file)), ("old", .optional(change.old)), ("new", .optional(change.new)),
              ("before", change.before.map(report) ?? .null), ("after", change.after.map(report) ?? .null),
            ])
          })
      ),
    ]).text()
  }

  private func plan(_ difference: ReportDifference) -> JSON {
    .object([
      ("old", report(difference.old)),
      ("new", report(difference.new)),
      ("worse", .boolean(difference.isWorse)),
      ("circumstances", .array(difference.circumstances.map { .string(words.words($0)) })),
      (
        "counts",
        .object(
          DifferenceWords.order.map { ($0.rawValue, .integer(difference.changes($0).count)) })
      ),
      ("changes", .array(difference.changes.map(change))),
      (
        "rules",
        .array(
          difference.rules.map { rule in
            .object([
              ("rule", .string(rule.rule)), ("message", .string(SafeText.of(rule.message, limit: 2_000))),
              ("change", .string(rule.change.rawValue)), ("worse", .boolean(rule.isWorse)),
              ("old", .integer(rule.old)), ("new", .integer(rule.new)),
            ])
          })
      ),
    ])
  }

  private func report(_ report: SavedReport) -> JSON {
    .object([
      ("report", .string(report.source)), ("file", .string(report.file)), ("sha256", .string(report.digest)),
      ("title", .string(report.title)), ("number", .optional(report.number)), ("city", .string(report.city)),
      ("asOf", .string(report.asOf.date.description)), ("edition", .string(report.edition)),
      ("outcome", .string(report.outcome.rawValue)),
    ])
  }

  private func change(_ change: CriterionChange) -> JSON {
    func parts(_ parts: [SavedFinding.Part]) -> JSON {
      .array(parts.map { .object([("key", .string($0.key)), ("name", .string($0.name))]) })
    }
    func standing(_ finding: SavedFinding?) -> JSON {
      finding.map {
        .object([
          ("verdict", .string($0.standing.verdict.rawValue)), ("force", .string($0.standing.force.rawValue)),
        ])
      } ?? .null
    }
    return .object([
      ("criterion", .string(change.criterion)), ("title", .string(change.finding.title)),
      ("change", .string(change.change.rawValue)), ("worse", .boolean(change.isWorse)),
      ("old", standing(change.old)), ("new", standing(change.new)),
      ("newlyMissing", parts(change.newParts)), ("noLongerMissing", parts(change.closedParts)),
      ("stillMissing", parts(change.openParts)),
    ])
  }
}
