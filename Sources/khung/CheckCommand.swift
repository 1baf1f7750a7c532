import ArgumentParser
import Catalogue
import Compliance
import MasterPlan
import Reporting
import XML

/// `khung check`: plans against the catalogue, a gap report for each.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check plans and print a gap report for each.",
    discussion: "Several plans may be named; a bad one never stops the others. - reads standard input.")

  @Argument(help: "Plan files in XML (master-plan.xsd), or - for standard input.")
  var plans: [String]

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    name: .customLong("as-of"),
    help: "The day whose law counts (YYYY-MM-DD); else the plan's decision date, or today for a draft.",
    transform: Day.read)
  var asOf: CalendarDate?

  @OptionGroup var output: OutputOptions

  @Option(help: "Which gaps give exit status 1.")
  var failOn: FailOn = .mandatory

  func run() throws {
    let status = try Tool.guarded(output.language) {
      let loaded = try catalogue.load()
      let plans = try checkAll(loaded)
      try output.write(text(of: plans, loaded))
      return plans.status
    }
    throw ExitCode(status.rawValue)
  }

  private func checkAll(_ loaded: LoadedCatalogue) throws -> CheckedPlans {
    let check = try Check(loaded.catalogue, vocabulary: loaded.vocabulary)
    let reader = SourceReader()
    var checked = CheckedPlans()
    for path in plans {
      do throws(Refusal) {
        let plan = try MasterPlan.read(reader.read(path), schema: loaded.planSchema)
        let report = check.report(on: plan, asOf: AsOf(for: plan, named: asOf, today: Tool.today))
        checked.add(report, failOn: failOn)
      } catch {
        let message = output.language.message(error)
        Tool.complain(message)
        checked.refuse(message)
      }
    }
    return checked
  }

  private func text(of plans: CheckedPlans, _ loaded: LoadedCatalogue) -> String {
    let wording = Wording(output.language, catalogue: loaded.catalogue, vocabulary: loaded.vocabulary)
    guard !plans.reports.isEmpty else { return "" }
    switch output.format {
    case .json: return JSONReport(wording).text(plans.reports, refusals: plans.refusals)
    case .text:
      let report = TextReport(wording, width: output.width, style: output.style)
      let rule = "\n" + String(repeating: "═", count: output.width) + "\n\n"
      return plans.reports.map(report.text).joined(separator: rule)
    }
  }
}

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
