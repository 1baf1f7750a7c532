import Compliance

/// What a run comes to: a small closed set that becomes the exit status, never a count. With several inputs the
/// worst one wins.
package enum RunStatus: Sendable, Comparable {
  case conforming
  /// No gap, but something mandatory could not be judged.
  case incomplete
  /// A gap that counts (see `FailOn`).
  case gaps
  /// An input could not be judged.
  case refused
  /// A fault of the program, or an output that could not be written.
  case fault
}

/// Which gaps make a run fail.
package enum FailOn: String, Sendable, CaseIterable {
  case mandatory, any, none
}

extension RunStatus {
  /// What one report comes to. What its baseline knows fails no run; a plan that is incomplete besides stays
  /// incomplete.
  package init(_ report: GapReport, failOn: FailOn) {
    let outcome = report.conformityBesideBaseline.outcome
    self.init(
      isNonConforming: outcome == .nonConforming, hasGaps: report.hasNewGaps,
      isIncomplete: outcome == .incomplete || report.holdsWhatWasNotJudged, failOn: failOn)
  }

  /// What a set of plans comes to, or one of them.
  package init(isNonConforming: Bool, hasGaps: Bool, isIncomplete: Bool, failOn: FailOn) {
    let fails =
      switch failOn {
      case .mandatory: isNonConforming
      case .any: hasGaps
      case .none: false
      }
    self = fails ? .gaps : isIncomplete ? .incomplete : .conforming
  }
}
