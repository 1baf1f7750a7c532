import Catalogue
import Synchronization

/// How long each criterion takes, over many plans and all workers, so that an editor sees which one costs. It
/// measures and changes nothing; no report holds a time.
package final class CriterionClock: Sendable {
  private struct Sums {
    var nanoseconds: [Int64]
    var plans = 0
  }

  private let ids: [String]
  private let sums: Mutex<Sums>

  package init(_ catalogue: Catalogue) {
    ids = catalogue.criteria.map(\.id)
    sums = Mutex(Sums(nanoseconds: Array(repeating: 0, count: catalogue.criteria.count)))
  }

  /// Adds one plan.
  func add(_ nanoseconds: [Int64]) {
    sums.withLock { sums in
      sums.plans += 1
      for (index, time) in nanoseconds.enumerated() { sums.nanoseconds[index] += time }
    }
  }

  /// Nanoseconds a plan for each criterion, the dearest first.
  package var costs: [(criterion: String, nanoseconds: Int64)] {
    let sums = sums.withLock { $0 }
    return zip(ids, sums.nanoseconds).map { ($0, $1 / Int64(max(1, sums.plans))) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// The costs for a person to read: microseconds with two places, then the criterion.
  package var lines: [String] {
    costs.map { cost in
      let hundredths = cost.nanoseconds / 10
      let fraction = String(hundredths % 100)
      let time = "\(hundredths / 100).\(fraction.count < 2 ? "0" : "")\(fraction) µs"
      return "\(String(repeating: " ", count: max(0, 12 - time.count)))\(time)  \(cost.criterion)"
    }
  }
}
