import ArgumentParser
import BuiltIn
import Compliance
import Glibc
import Judging
import Languages
import Phrasing
import Reporting
import Review
import Source
import Writing

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
        outcome = try record(review, reviewer, phrasing, in: output, today: today)
      } else {
        outcome = try review.stream(inputs, as: format)
      }
      report(outcome)
      let spoken = phrasing.in(Speech.language)
      for stray in outcome.strays { Tool.complain("khung: " + spoken.words(stray)) }
      for cost in clock?.costs ?? [] {
        let hundredths = cost.nanoseconds / 10
        let fraction = String(hundredths % 100)
        let time = "\(hundredths / 100).\(fraction.count < 2 ? "0" : "")\(fraction) µs"
        Tool.complain("\(String(repeating: " ", count: max(0, 12 - time.count)))\(time)  \(cost.criterion)")
      }
      wasInterrupted = outcome.wasInterrupted
      return self.status(of: outcome)
    }
    if wasInterrupted {
      // Ends the way a program interrupted by Ctrl-C ends, so that a script around it stops too.
      let number = Interruption.asked ?? SIGINT
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
    throw ExitCode(status.exitStatus)
  }

  private func record(
    _ review: Review, _ reviewer: Reviewer, _ phrasing: Phrasing, in folder: String, today: CalendarDate
  ) throws -> ReviewResult {
    try Output.makeFolder(folder)
    let page = try BuiltIn.page("gap-report")
    let files = ReportFiles(
      in: folder, formats: reports,
      renderer: Renderer(
        phrasing, width: 100, style: .plain, page: page))
    let layers = phrasing.catalogue.reportedLayers
    let journal = try Journal(
      folder: folder,
      run: RunIdentity(
        today: today, options: reviewer.options, criteria: phrasing.catalogue.criteria.map(\.id),
        layers: layers.map(\.id)),
      resume: resume, names: Review.names(of: inputs))
    let outcome = try review.record(inputs, in: journal, files: files)
    if journal.lostItsLock { Tool.complain(Speech.language(ReviewPhrase.lockTaken)) }
    guard !outcome.wasInterrupted else { return outcome }
    let outputs = SetOutputs(
      phrasing, template: try BuiltIn.page("review"),
      provinces: Provinces(try BuiltIn.file("Data/provinces.tsv")),
      layers: layers, asOf: asOf ?? today)
    try outputs.write(Set(SetOutputs.Format.allCases), from: journal, in: folder, linking: files)
    return outcome
  }

  private func report(_ outcome: ReviewResult) {
    let counts = outcome.counts
    func say(_ phrase: ReviewPhrase) { Tool.complain(Speech.language(phrase)) }
    if progress != .never || outcome.wasInterrupted || counts.refused > 0 {
      say(
        .summary(
          plans: counts.plans, conforming: counts.conforming, nonConforming: counts.nonConforming,
          incomplete: counts.incomplete, refused: counts.refused))
    }
    if counts.plans == 0, !outcome.wasInterrupted { say(.nothingNamed) }
    if counts.repeated > 0 { say(.repeated(counts.repeated)) }
    if !outcome.edited.isEmpty { say(.edited(outcome.edited)) }
    if counts.takenOver > 0 { say(.takenOver(counts.takenOver)) }
    if outcome.leftOut > 0 { say(.leftOut(outcome.leftOut)) }
    if outcome.wasInterrupted {
      say(output == nil ? .interruptedWithoutJournal(done: counts.plans) : .interrupted(done: counts.plans))
    }
  }

  private func status(of outcome: ReviewResult) -> RunStatus {
    let counts = outcome.counts
    if counts.plans == 0 || counts.refused > 0 { return .refused }
    return RunStatus(
      isNonConforming: counts.nonConforming > 0, hasGaps: counts.withGaps > 0,
      isIncomplete: counts.incomplete > 0 || counts.withUnjudged > 0 || !outcome.strays.isEmpty,
      failOn: failOn)
  }
}

extension StreamSink.Format: ExpressibleByArgument {}
extension ReviewProgress: ExpressibleByArgument {}
