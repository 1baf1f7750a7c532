import ArgumentParser
import Compliance
import Judging
import Rounds
import Source
import Writing

/// What `check` and `rejudge` have in common: the rules, the decisions of people, and the output.
struct JudgingOptions: ParsableArguments {
  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var judgement: JudgementOptions

  @Option(
    help: Phrase("command-line.baseline").help, completion: .file())
  var baseline: String?

  @OptionGroup var output: OutputOptions

  @Option(help: Phrase("command-line.fail-on").help)
  var failOn: FailOn = .mandatory

  /// Judges each input and writes all reports. A refused input never stops the others.
  /// - Parameters:
  ///   - read: the files behind the inputs, where these are none themselves.
  ///   - asOf: the day for every plan, if the caller names one.
  ///   - call: whether one plan is named together with what people decided.
  ///   - judge: the reports on one input.
  ///   - finish: what else becomes of the reports once they are written.
  func run(
    over inputs: [String], reading read: [String]? = nil, asOf: CalendarDate? = nil,
    call: HumanDecisions.Call = .manyPlans,
    judge: (_ input: String, _ judge: Judge) throws(Refusal) -> [GapReport],
    finish: (_ reports: [GapReport], _ rules: RuleBook) throws -> Void = { _, _ in }
  ) throws {
    if let file = output.output, let input = (read ?? inputs).first(where: { Output.isSame($0, file) }) {
      throw Phrase("command-line.overwrites-input", ["input": .text(input)]).usageError
    }
    let language = output.language
    try Tool.run {
      let rules = try judgement.ruleBook(
        catalogue, day: RuleBook.DayPolicy(named: asOf, today: Tool.today),
        call: call)
      let earlier = try baseline.map { try BaselineFile($0) }
      // Nothing checked is never a success.
      var (reports, refusals, status): ([GapReport], [String], RunStatus) = ([], [], .conforming)
      for input in inputs {
        do throws(Refusal) {
          reports += try judge(input, Judge(rules))
        } catch {
          Tool.complain(Speech.language.explanation(error))
          refusals.append(language.message(error))
          status = .refused
        }
      }
      // What is refused might have been the plan that was meant: it fitted none all the same.
      var strays = Strays(rules.decisions, profile: rules.check.profile)
      for report in reports { strays.see(report.plan) }
      reports = reports.map { $0.adding(strays: strays.list) }
      if let earlier {
        let applied = earlier.applied(to: reports)
        for plan in applied.unmatched {
          Tool.complain(Speech.language.message(Phrase.noBaseline(plan, baseline: earlier.path)))
        }
        reports = applied.reports
      }
      for report in reports { status = max(status, RunStatus(report, failOn: failOn)) }
      try output.write(reports, refusals: refusals, by: rules)
      try finish(reports, rules)
      return status
    }
  }
}
