import ArgumentParser
import Compliance
import Reporting

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

  /// All reports in the format asked for; nothing where every input was refused.
  func text(_ output: OutputOptions, _ loaded: LoadedCatalogue) -> String {
    let wording = Wording(output.language, catalogue: loaded.catalogue, vocabulary: loaded.vocabulary)
    guard !reports.isEmpty else { return "" }
    switch output.format {
    case .json: return JSONReport(wording).text(reports, refusals: refusals)
    case .text:
      let report = TextReport(wording, width: output.width, style: output.style)
      let rule = "\n" + String(repeating: "═", count: output.width) + "\n\n"
      return reports.map(report.text).joined(separator: rule)
    }
  }

  private static func status(of report: GapReport, failOn: FailOn) -> ExitStatus {
    let fails =
      switch failOn {
      case .mandatory: report.conformity.outcome == .nonConforming
      case .any: report.findings.contains { $0.verdict.isGap }
      case .none: false
      }
    if fails { return .gaps }
    return report.conformity.outcome == .incomplete ? .incomplete : .conforming
  }
}
