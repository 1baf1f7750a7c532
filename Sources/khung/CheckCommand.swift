import ArgumentParser
import Source

/// `khung check`: plans against the catalogue, a gap report for each.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Phrase("command-line.check").said,
    discussion: Phrase("command-line.check-details").said)

  @Argument(help: Phrase("command-line.check-plans").help)
  var plans: [String]

  @Option(
    name: .customLong("as-of"),
    help: Phrase("command-line.check-day").help,
    transform: Day.read)
  var asOf: CalendarDate?

  @Flag(help: Phrase("command-line.transcription").help)
  var transcription = false

  @OptionGroup var options: JudgingOptions

  func run() throws {
    let reader = SourceReader()
    if transcription { throw ExitCode(try TranscriptionRun(options).status(of: plans, reader).exitStatus) }
    try options.run(over: plans, asOf: asOf) { path, judge throws(Refusal) in
      [try judge.report(on: reader.read(path))]
    }
  }
}
