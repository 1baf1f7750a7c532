import Compliance
import Synchronization

/// What fits no plan of a review, known when all plans went by.
final class StrayDecisions: Sendable {
  private let left: Mutex<Strays>

  init(_ strays: Strays) {
    left = Mutex(strays)
  }

  func see(_ plan: PlanSummary) {
    guard !plan.isRefused else { return }
    left.withLock {
      // A summary keeps no round: the plan's own report says where that differs.
      $0.see(
        PlanName(city: plan.city, number: plan.number, title: plan.title, round: nil), city: plan.city,
        province: plan.province)
    }
  }

  var list: [Notice] { left.withLock { $0.list } }
}
