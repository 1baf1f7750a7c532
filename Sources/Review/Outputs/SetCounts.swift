/// How many plans came to what.
package struct SetCounts: Sendable {
  package private(set) var plans = 0
  package private(set) var conforming = 0
  package private(set) var nonConforming = 0
  package private(set) var incomplete = 0
  /// Plans with something mandatory that could not be judged, whatever else is a gap.
  package private(set) var withUnjudged = 0
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
    if plan.mandatoryUnjudged > 0 { withUnjudged += 1 }
    switch plan.outcome {
    case .judged(.conforming): conforming += 1
    case .judged(.nonConforming): nonConforming += 1
    case .judged(.incomplete): incomplete += 1
    case .refused: refused += 1
    }
  }
}
