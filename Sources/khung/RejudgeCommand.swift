import ArgumentParser
import Compliance
import Rounds
import Source

/// `khung rejudge`: saved reports under a new profile, new waivers, answers or another stage, as of the
/// same day. The plan is read again from the file that the report names, and must not have changed.
struct RejudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejudge", abstract: "Judge saved JSON reports again under other rules.")

  @Argument(help: "Reports that khung check --format json wrote.")
  var reports: [String]

  @OptionGroup var options: JudgingOptions

  func run() throws {
    let reader = SourceReader()
    try options.run(over: reports) { path, judge throws(Refusal) in
      var result: [GapReport] = []
      for saved in try SavedReport.read(reader.read(path)) {
        let plan = try judge.plan(reader.read(saved.file))
        guard plan.digest == saved.digest else {
          throw Refusal(source: saved.file, cause: ReportFault.changedSince(report: path))
        }
        result.append(
          try judge.report(on: plan, asOf: saved.asOf, savedStage: saved.isStageNamed ? saved.stage : nil))
      }
      return result
    }
  }
}
