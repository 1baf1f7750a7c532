import ArgumentParser
import Compliance

/// Which gaps make a run fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case mandatory, any, none
}

/// The reports of one call and its worst status.
struct CheckedPlans {
  private(set) var reports: [GapReport] = []
  private(set) var refusals: [String] = []
  /// Nothing checked is never a success.
  private(set) var status = ExitStatus.conforming

  mutating func add(_ report: GapReport, failOn: FailOn) {
    reports.append(report)
    status = max(status, Self.status(of: report, failOn: failOn))
  }

  mutating func refuse(_ message: String) {
    refusals.append(message)
    status = max(status, .refused)
  }

  private static func status(of report: GapReport, failOn: FailOn) -> ExitStatus {
    // What the baseline knows fails no run; a plan that is incomplete besides stays incomplete.
    let outcome = report.conformityBesideBaseline.outcome
    let fails =
      switch failOn {
      case .mandatory: outcome == .nonConforming
      case .any: report.hasNewGaps
      case .none: false
      }
    if fails { return .gaps }
    return outcome == .incomplete ? .incomplete : .conforming
  }
}
