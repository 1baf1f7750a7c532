import Catalogue
import MasterPlan
import Source

extension Notices {
  /// The day is asked for once, however many criteria hang on it.
  static func ofUndatedApproval(_ findings: [Finding]) -> [Notice] {
    let undecided = findings.filter { if case .approvalDayUnknown = $0.reason { true } else { false } }
    return undecided.isEmpty ? [] : [.approvalDayWanted(criteria: undecided.map(\.criterion.id))]
  }

  /// - Parameter findings: what the criteria of a group come to by the law of a day.
  static func ofOlderPlan(
    _ plan: MasterPlan, _ reviews: [ReviewOfOlderPlans], _ asOf: AsOf,
    _ findings: (_ group: String, CalendarDate) -> [Finding]
  ) -> [Notice] {
    guard plan.identity.stage == .approved, let approved = plan.identity.date else { return [] }
    return reviews.filter { review in
      approved < review.approvedBefore && review.planKinds.contains(plan.identity.kind)
        && (asOf.why != .named || asOf.date >= review.approvedBefore)
    }.map { review in
      let beyond = findings(review.group, review.approvedBefore).filter {
        $0.machineVerdict.isGap || $0.machineVerdict == .unknown
      }
      return .reviewOfOlderPlan(
        rule: review.rule,
        beyond: beyond.map { Notice.Judged(criterion: $0.criterion.id, verdict: $0.machineVerdict) })
    }
  }
}
