import ArgumentParser
import Intake
import Source
import Workers

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

  @Option(help: Phrase("command-line.annotate").help, completion: .file())
  var annotate: String?

  @Flag(help: Phrase("command-line.together").help)
  var together = false

  @OptionGroup var options: JudgingOptions

  func validate() throws {
    if annotate != nil, plans.count != 1 || transcription || together {
      throw Phrase("command-line.annotate-one").usageError
    }
    guard !(together && transcription) else {
      throw Phrase("command-line.together-transcription").usageError
    }
  }

  func run() throws {
    let reader = SourceReader()
    if let annotate { return try AnnotatedCheck(options, to: annotate).run(over: plans[0], asOf, reader) }
    if transcription { throw ExitCode(try TranscriptionRun(options).status(of: plans, reader).exitStatus) }
    if together { return try checkTogether(reader) }
    try options.run(over: plans, asOf: asOf, call: plans.count == 1 ? .onePlan : .manyPlans) {
      path, judge throws(Refusal) in
      let contents = try reader.contents(of: path)
      // Made when the first document comes: plans need none.
      let intake = FirstUse {
        Result { try Intake(judge.rules.catalogue, vocabulary: judge.rules.contract.vocabulary) }
      }
      return [try judge.report(on: Intake.plan(contents.bytes, named: contents.name, by: intake))]
    }
  }

  /// All inputs as one plan.
  private func checkTogether(_ reader: SourceReader) throws {
    try options.run(over: [plans.joined(separator: " + ")], reading: plans, asOf: asOf, call: .onePlan) {
      _, judge throws(Refusal) in
      let submission = try SubmissionFiles(plans, reader)
      let intake = try Intake(judge.rules.catalogue, vocabulary: judge.rules.contract.vocabulary)
      let reading = try intake.read(together: submission.files, named: submission.name)
      return [try judge.report(on: intake.plan(of: reading))]
    }
  }
}
