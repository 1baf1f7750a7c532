import ArgumentParser
import Compliance
import Glibc
import Judging
import Languages
import Phrasing
import Reporting
import Review
import Source

/// `khung review`: thousands of plans in one run.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: Phrase("command-line.review").said,
    discussion: Phrase("command-line.review-details").said)

  @Argument(help: Phrase("command-line.review-inputs").help)
  var inputs: [String]

  @Option(
    name: .customLong("as-of"),
    help: Phrase("command-line.review-day").help,
    transform: Day.read)
  var asOf: CalendarDate?

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var judgement: JudgementOptions

  @Option(help: Phrase("command-line.fail-on").help)
  var failOn: FailOn = .mandatory

  @Option(help: Phrase("command-line.review-jobs").help)
  var jobs: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-reports").help)
  var language: Language = Speech.ofReports

  @Option(help: Phrase("command-line.review-format").help)
  var format: StreamSink.Format = .ndjson

  @Option(name: .shortAndLong, help: Phrase("command-line.review-output").help, completion: .directory)
  var output: String?

  @Option(
    help: Phrase("command-line.review-reports").help,
    transform: ReportFormat.list)
  var reports: [ReportFormat] = []

  @Flag(help: Phrase("command-line.review-resume").help)
  var resume = false

  @Option(help: Phrase("command-line.review-progress").help)
  var progress: ReviewProgress = .auto

  @Flag(help: Phrase("command-line.review-timings").help)
  var timings = false

  func validate() throws {
    let most = Limits().review.jobs
    guard (1...most).contains(jobs) else {
      throw Phrase("command-line.jobs", ["most": .number(most)]).usageError
    }
    guard output != nil || (!resume && reports.isEmpty) else {
      throw Phrase("command-line.needs-output").usageError
    }
    guard inputs.count(where: { $0 == "-" }) <= 1 else {
      throw Phrase("command-line.standard-input-once").usageError
    }
  }

  func run() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    Interruption.watch()
    var wasInterrupted = false
    let status = try Tool.guarded {
      // The day on which an unfinished review began counts for its rest: one review, one day.
      let begun = resume ? output.flatMap { Journal.dayOfUnfinishedRun(in: $0) } : nil
      let today = begun ?? Tool.today
      let rules = try judgement.ruleBook(catalogue, day: RuleBook.DayPolicy(named: asOf, today: today))
      let phrasing = Phrasing(language, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
      let clock = timings ? CriterionClock(rules.catalogue) : nil
      let reviewer = Reviewer(Judge(rules, clock: clock), phrasing: phrasing)
      let review = Review(
        reviewer, language: language, jobs: jobs, progress: progress, speaking: Speech.language,
        isInterrupted: { Interruption.isAsked })
      let outcome: ReviewResult
      if let output {
        outcome = try RecordedReview(folder: output, formats: reports, resume: resume, asOf: asOf ?? today)
          .run(inputs, by: review, reviewer, phrasing, today: today)
      } else {
        outcome = try review.stream(inputs, as: format)
      }
      for phrase in outcome.messages(progress: progress) { Tool.complain(Speech.language(phrase)) }
      let spoken = phrasing.in(Speech.language)
      for stray in outcome.strays { Tool.complain("khung: " + spoken.words(stray)) }
      for line in clock?.lines ?? [] { Tool.complain(line) }
      wasInterrupted = outcome.wasInterrupted
      return outcome.status(failOn: failOn)
    }
    if wasInterrupted {
      // Ends the way a program interrupted by Ctrl-C ends, so that a script around it stops too.
      let number = Interruption.asked ?? SIGINT
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
    throw ExitCode(status.exitStatus)
  }
}

extension StreamSink.Format: ExpressibleByArgument {}
extension ReviewProgress: ExpressibleByArgument {}
