import ArgumentParser
import Catalogue
import Compliance
import MasterPlan
import Reporting
import XML

/// `khung rejudge`: saved reports under a new profile, new waivers, answers or another stage, as of the
/// same day. The plan is read again from the file that the report names, and must not have changed.
struct RejudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejudge", abstract: "Judge saved JSON reports again under other rules.")

  @Argument(help: "Reports that khung check --format json wrote.")
  var reports: [String]

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The stage whose criteria bind; else that of the report.")
  var stage: Stage?

  @OptionGroup var judgement: JudgementOptions

  @OptionGroup var output: OutputOptions

  @Option(help: "Which gaps give exit status 1.")
  var failOn: FailOn = .mandatory

  func run() throws {
    let status = try Tool.guarded(output.language) {
      let loaded = try catalogue.load()
      let checked = try rejudgeAll(loaded)
      try output.write(checked, loaded)
      return checked.status
    }
    throw ExitCode(status.rawValue)
  }

  private func rejudgeAll(_ loaded: LoadedCatalogue) throws -> CheckedPlans {
    let check = try Check(loaded.catalogue, profile: loaded.profile, vocabulary: loaded.vocabulary)
    let judgement = try judgement.load(for: check.catalogue)
    let reader = SourceReader()
    var checked = CheckedPlans()
    for path in reports {
      do throws(Refusal) {
        for saved in try SavedReport.read(reader.read(path)) {
          let plan = try MasterPlan.read(reader.read(saved.file), schema: loaded.planSchema)
          guard plan.digest == saved.digest else {
            throw Refusal(source: saved.file, cause: .changedSince(report: path))
          }
          let stage = stage ?? saved.stage.flatMap(Stage.init)
          checked.add(
            check.report(on: plan, asOf: saved.asOf, stage: stage, judgement: judgement), failOn: failOn)
        }
      } catch {
        let message = output.language.message(error)
        Tool.complain(message)
        checked.refuse(message)
      }
    }
    return checked
  }
}
