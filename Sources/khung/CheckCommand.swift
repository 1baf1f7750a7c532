import ArgumentParser
import Source

/// `khung check`: plans against the catalogue, a gap report for each.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check plans and print a gap report for each.",
    discussion: "Several plans may be named; a bad one never stops the others. - reads standard input.")

  @Argument(help: "Plan files in XML (master-plan.xsd), or - for standard input.")
  var plans: [String]

  @Option(
    name: .customLong("as-of"),
    help: "The day whose law counts (YYYY-MM-DD); else the plan's decision date, or today for a draft.",
    transform: Day.read)
  var asOf: CalendarDate?

  @OptionGroup var options: JudgingOptions

  func run() throws {
    let reader = SourceReader()
    try options.run(over: plans, asOf: asOf) { path, judge throws(Refusal) in
      [try judge.report(on: reader.read(path))]
    }
  }
}
