import MasterPlan
import Source

/// The day whose law counts, and why that day (DESIGN.md, rule 1).
package struct AsOf: Sendable, Hashable {
  package let date: CalendarDate
  package let why: Why

  package enum Why: String, Sendable, CaseIterable {
    /// The caller named the day.
    case named
    /// The plan is approved and says when.
    case approval = "decision-date"
    /// The plan is a draft or was submitted: it must follow the law of today.
    case today
    /// The plan says that it is approved, on a day that is still to come.
    case approvalInFuture = "decision-date-in-future"
    /// The plan is approved, but its decision date is not known.
    case approvalUnknown = "decision-date-unknown"
  }

  package init(date: CalendarDate, why: Why) {
    self.date = date
    self.why = why
  }

  /// The day for a plan.
  /// - Parameters:
  ///   - named: the day that the caller asks for, if any.
  ///   - today: the day of the check; the only clock a report sees.
  package init(for plan: MasterPlan, named: CalendarDate?, today: CalendarDate) {
    if let named {
      self.init(date: named, why: .named)
    } else if plan.identity.stage != .approved {
      self.init(date: today, why: .today)
    } else if let decided = plan.identity.date, decided > today {
      self.init(date: today, why: .approvalInFuture)
    } else if let decided = plan.identity.date {
      self.init(date: decided, why: .approval)
    } else {
      self.init(date: today, why: .approvalUnknown)
    }
  }
}
