import ArgumentParser
import Compliance
import Judging
import Rounds
import Source

/// What `check` and `rejudge` have in common: the rules, the decisions of people, and the output.
struct JudgingOptions: ParsableArguments {
  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var judgement: JudgementOptions

  @Option(
    help: "An earlier JSON report: gaps that it knows fail no run, and stay gaps.", completion: .file())
  var baseline: String?

  @OptionGroup var output: OutputOptions

  @Option(help: "Which gaps give exit status 1.")
  var failOn: FailOn = .mandatory

  /// Judges each input and writes all reports. A refused input never stops the others.
  /// - Parameters:
  ///   - asOf: the day for every plan, if the caller names one.
  ///   - judge: the reports on one input.
  func run(
    over inputs: [String], asOf: CalendarDate? = nil,
    judge: (_ input: String, _ judge: Judge) throws(Refusal) -> [GapReport]
  ) throws {
    if let file = output.output, let input = inputs.first(where: { Output.isSame($0, file) }) {
      throw ValidationError("--output names the input '\(input)', which it would overwrite.")
    }
    let language = output.language
    let status = try Tool.guarded(language) {
      let rules = try judgement.ruleBook(
        catalogue, day: RuleBook.DayPolicy(named: asOf, today: Tool.today))
      let earlier = try baseline.map { try BaselineFile($0) }
      // Nothing checked is never a success.
      var (reports, refusals, status): ([GapReport], [String], RunStatus) = ([], [], .conforming)
      for input in inputs {
        do throws(Refusal) {
          reports += try judge(input, Judge(rules))
        } catch {
          Tool.complain(language.explanation(error))
          refusals.append(language.message(error))
          status = .refused
        }
      }
      if let earlier {
        let applied = earlier.applied(to: reports)
        for plan in applied.unmatched {
          Tool.complain(language.message(noBaselineFor: plan, in: earlier.path))
        }
        reports = applied.reports
      }
      for report in reports { status = max(status, RunStatus(report, failOn: failOn)) }
      try output.write(reports, refusals: refusals, by: rules)
      return status
    }
    throw ExitCode(status.exitStatus)
  }
}
