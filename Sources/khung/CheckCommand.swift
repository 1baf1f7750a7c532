import ArgumentParser
import Intake
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
      let contents = try reader.contents(of: path)
      guard Intake.isDocument(contents.bytes) else {
        return [try judge.report(on: SourceText(name: contents.name, stored: contents.bytes))]
      }
      // Made for the first document, and for each again: plans need none.
      let intake = try Intake(judge.rules.catalogue, vocabulary: judge.rules.contract.vocabulary)
      return [try judge.report(on: intake.plan(of: intake.read(contents.bytes, named: contents.name)))]
    }
  }
}
