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

  @Option(help: "The stage whose criteria bind; else the plan's own.")
  var stage: Stage?

  @OptionGroup var judgement: JudgementOptions

  @OptionGroup var output: OutputOptions

  @Option(help: "Which gaps give exit status 1.")
  var failOn: FailOn = .mandatory

  func run() throws {
    let status = try Tool.guarded(output.language) {
      let loaded = try catalogue.load()
      let plans = try checkAll(loaded)
      try output.write(plans, loaded)
      return plans.status
    }
    throw ExitCode(status.rawValue)
  }

  private func checkAll(_ loaded: LoadedCatalogue) throws -> CheckedPlans {
    let check = try Check(loaded.catalogue, profile: loaded.profile, vocabulary: loaded.vocabulary)
    let judgement = try judgement.load(for: check.catalogue)
    let reader = SourceReader()
    var checked = CheckedPlans()
    for path in plans {
      do throws(Refusal) {
        let plan = try MasterPlan.read(reader.read(path), schema: loaded.planSchema)
        let report = check.report(
          on: plan, asOf: AsOf(for: plan, named: asOf, today: Tool.today), stage: stage, judgement: judgement)
        checked.add(report, failOn: failOn)
      } catch {
        let message = output.language.message(error)
        Tool.complain(message)
        checked.refuse(message)
      }
    }
    return checked
  }
}
