import Source

/// Why a file of answers, waivers or province's rules cannot be used, though it is valid: what it says was decided by
/// nobody, on a day that is still to come, or both ways.
package enum DecisionFault: RefusalCause {
  /// A blank, a prompt or a word for nothing stands where an authority, a role, a number or a reason must stand.
  case placeholder(attribute: String, text: String)
  /// The number of a decision has no figure.
  case noNumber(String)
  /// A decision of a day after that of the run.
  case futureDay(CalendarDate, today: CalendarDate)
  /// Two answers to one question on one plan.
  case contradicts(line: Int)
  /// It ends before it begins.
  case endsBeforeItBegins(CalendarDate, CalendarDate)
}

extension DecisionFault {
  package var phrase: Phrase {
    switch self {
    case .placeholder(let attribute, let text):
      Phrase(
        "refusals.decision-placeholder",
        ["attribute": .text(attribute), "text": .text(SafeText.of(text, limit: 80))])
    case .noNumber(let text):
      Phrase("refusals.decision-no-number", ["text": .text(SafeText.of(text, limit: 80))])
    case .futureDay(let date, let today):
      Phrase("refusals.decision-future", ["date": .date(date), "today": .date(today)])
    case .contradicts(let line): Phrase("refusals.decision-contradicts", ["line": .number(line)])
    case .endsBeforeItBegins(let from, let until):
      Phrase("refusals.decision-dates", ["from": .date(from), "until": .date(until)])
    }
  }
}
