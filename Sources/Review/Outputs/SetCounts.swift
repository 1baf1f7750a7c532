import Compliance

/// How many plans came to what.
package struct SetCounts: Sendable {
  package private(set) var plans = 0
  package private(set) var conforming = 0
  package private(set) var nonConforming = 0
  package private(set) var incomplete = 0
  package private(set) var refused = 0
  /// Plans with any gap, or whose rules beside the catalogue complained.
  package private(set) var withGaps = 0
  /// Unchanged plans whose rows the journal held.
  package private(set) var takenOver = 0
  /// Plans whose bytes another plan of the set has too: named twice, or submitted twice.
  package private(set) var repeated = 0
  /// The first 64 bits of each digest.
  private var seen: Set<UInt64> = []

  mutating func add(_ row: ReviewRow) {
    if row.journalled != nil { takenOver += 1 }
    add(row.summary)
  }

  mutating func add(_ plan: PlanSummary) {
    plans += 1
    if let mark = plan.digest.flatMap({ UInt64($0.prefix(16), radix: 16) }), !seen.insert(mark).inserted {
      repeated += 1
    }
    if plan.hasGap || !plan.rulesHold { withGaps += 1 }
    switch plan.outcome {
    case Conformity.Outcome.conforming.rawValue: conforming += 1
    case Conformity.Outcome.nonConforming.rawValue: nonConforming += 1
    case Conformity.Outcome.incomplete.rawValue: incomplete += 1
    default: refused += 1
    }
  }
}
