import Catalogue
import Compliance
import Source

// What hangs on the day of a plan, in words.
extension Phrasing {
  func words(of rule: Label, beyond: [Notice.Judged]) -> String {
    guard !beyond.isEmpty else { return language(rule) + " " + language(.nothingBeyond) }
    let list = beyond.map { judged in
      let title = catalogue.criterion(judged.criterion).map { " " + language($0.title) } ?? ""
      return "\(judged.criterion)\(title) (\(name(of: judged.verdict)))"
    }
    return language(rule) + " " + language(.askedBeyond(beyond.count)) + " " + list.joined(separator: "; ")
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
}
