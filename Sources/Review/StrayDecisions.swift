import Compliance
import Synchronization

/// The decisions of people that fit no plan of a review, known when all plans went by.
final class StrayDecisions: Sendable {
  private let left: Mutex<HumanDecisions.Strays>

  init(_ decisions: HumanDecisions) {
    left = Mutex(HumanDecisions.Strays(decisions))
  }

  func see(_ plan: PlanSummary) {
    guard !plan.isRefused else { return }
    left.withLock {
      // A summary keeps no round: the plan's own report says where that differs.
      $0.see(PlanName(city: plan.city, number: plan.number, title: plan.title, round: nil))
    }
  }

  var list: [UnusedDecision] { left.withLock { $0.list } }
}
