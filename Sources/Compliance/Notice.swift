import Catalogue
import MasterPlan
import Source

/// What the reader of a report must know before all findings. Each is said once.
package enum Notice: Sendable {
  /// The plan is approved and does not say when: the criteria of which the day decides.
  case approvalDayWanted(criteria: [Finding])
  /// The plan is older than the rule by which it is to be reviewed: what that law asks of it beyond the law of its own
  /// day, as far as the plan does not show it.
  case reviewOfOlderPlan(ReviewOfOlderPlans, beyond: [Finding])
}

extension Notice {
  /// The criteria that it speaks of.
  package var findings: [Finding] {
    switch self {
    case .approvalDayWanted(let findings), .reviewOfOlderPlan(_, let findings): findings
    }
  }

  /// - Parameters:
  ///   - findings: those of the report.
  ///   - group: what the criteria of a group come to by the law of a day.
  static func all(
    for plan: MasterPlan, _ reviews: [ReviewOfOlderPlans], asOf: AsOf, _ findings: [Finding],
    ofGroup group: (String, CalendarDate) -> [Finding]
  ) -> [Notice] {
    var notices: [Notice] = []
    let undecided = findings.filter { if case .approvalDayUnknown = $0.reason { true } else { false } }
    if !undecided.isEmpty { notices.append(.approvalDayWanted(criteria: undecided)) }
    guard plan.identity.stage == .approved, let approved = plan.identity.date else { return notices }
    for review in reviews
    where approved < review.approvedBefore && review.planKinds.contains(plan.identity.kind)
      && (asOf.why != .named || asOf.date >= review.approvedBefore)
    {
      let beyond = group(review.group, review.approvedBefore).filter {
        $0.machineVerdict.isGap || $0.machineVerdict == .unknown
      }
      notices.append(.reviewOfOlderPlan(review, beyond: beyond))
    }
    return notices
  }
}
