import Catalogue
import Compliance
import Source

/// What stands before all findings, in words.
extension Phrasing {
  /// A stable name for data.
  package func name(of notice: Notice) -> String {
    switch notice {
    case .approvalDayWanted: "approval-day-wanted"
    case .reviewOfOlderPlan: "review-of-older-plan"
    }
  }

  /// One sentence or two, and the criteria that stand below it. Those of which the day decides say so themselves.
  package func words(_ notice: Notice) -> (text: String, findings: [Finding]) {
    switch notice {
    case .approvalDayWanted(let findings):
      return (language(.approvalDayWanted(findings.count)), [])
    case .reviewOfOlderPlan(let review, let beyond):
      let asked = beyond.isEmpty ? Phrase.nothingBeyond : .askedBeyond(beyond.count)
      return (language(review.rule) + " " + language(asked), beyond)
    }
  }

  /// A criterion of a notice in a line.
  package func line(of finding: Finding) -> String {
    "\(finding.criterion.id) \(language(finding.criterion.title)) – \(name(of: finding.verdict))"
  }

  /// What a plan without a day comes to by the law of each of the days.
  func words(_ outcomes: [Finding.OutcomeByDay]) -> String {
    outcomes.enumerated().map { index, outcome in
      let verdict =
        outcome.verdict.isGap
        ? "\(name(of: outcome.verdict)) (\(name(of: outcome.force)))" : name(of: outcome.verdict)
      if index > 0, let since = outcome.since { return language(.outcomeSince(language(since), verdict)) }
      let next = outcomes.count > 1 ? outcomes[1].since : nil
      return next.map { language(.outcomeBefore(language($0), verdict)) } ?? verdict
    }.joined(separator: "; ")
  }
}

extension Phrase {
  static func approvalDayWanted(_ count: Int) -> Phrase {
    Phrase("report.approval-day-wanted", ["count": .number(count)])
  }

  static var nothingBeyond: Phrase { Phrase("report.nothing-beyond") }

  static func askedBeyond(_ count: Int) -> Phrase {
    Phrase("report.asked-beyond", ["count": .number(count)])
  }

  static func approvalDayUnknown(_ outcomes: String) -> Phrase {
    Phrase("report.approval-day-unknown", ["outcomes": .text(outcomes)])
  }

  static func outcomeBefore(_ date: String, _ verdict: String) -> Phrase {
    Phrase("report.outcome-before", ["date": .text(date), "verdict": .text(verdict)])
  }

  static func outcomeSince(_ date: String, _ verdict: String) -> Phrase {
    Phrase("report.outcome-since", ["date": .text(date), "verdict": .text(verdict)])
  }

  package static var noticesTitle: Phrase { Phrase("report.notices-title") }
}
