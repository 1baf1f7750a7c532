import ArgumentParser
import BuiltIn
import Compliance
import Glibc
import Judging
import Phrasing
import Reporting
import Review
import Source

/// `khung review`: thousands of plans in one run.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Check many plans in one run, and see how the set stands.",
    discussion: """
      Names files, folders, patterns, archives (.zip, .tar, .tar.gz) or - for a list on standard input: paths \
      (one a line, or ended by zero bytes) or JSON objects, one a line, with "name" and "xml" or with "plan". \
      Without --output each row goes to standard output as it comes. With --output FOLDER the rows are kept in a \
      journal that survives a kill, and the folder gets reports.ndjson, summary.csv, index.html and \
      programme.json. One bad plan is one refused row.
      """)

  @Argument(help: "Files, folders, patterns, archives, or - for a list on standard input.")
  var inputs: [String]

  @Option(
    name: .customLong("as-of"),
    help: "The day whose law counts (YYYY-MM-DD); else each plan's decision date, or today for a draft.",
    transform: Day.read)
  var asOf: CalendarDate?

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var judgement: JudgementOptions

  @Option(help: "Which gaps give exit status 1.")
  var failOn: FailOn = .mandatory

  @Option(help: "How many plans are judged at once.")
  var jobs: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Option(name: .customLong("lang"), help: "Language of the reports: vi or en.")
  var language: Language = .vietnamese

  @Option(help: "Format of the rows on standard output: ndjson, csv or text.")
  var format: StreamSink.Format = .ndjson

  @Option(name: .shortAndLong, help: "Folder for the journal and the outputs.", completion: .directory)
  var output: String?

  @Option(
    help: "Formats of a report for each plan in the folder, with commas: html, json, markdown …",
    transform: ReviewCommand.formats)
  var reports: [ReportFormat] = []

  @Flag(help: "Go on with the unfinished review of the folder.")
  var resume = false

  @Option(help: "Progress on standard error: auto, always or never.")
  var progress: ReviewProgress = .auto

  @Flag(help: "Say on standard error how long each criterion takes.")
  var timings = false

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs is from 1 to 256.") }
    guard output != nil || (!resume && reports.isEmpty) else {
      throw ValidationError("--resume and --reports need --output FOLDER.")
    }
    guard inputs.count(where: { $0 == "-" }) <= 1 else { throw ValidationError("- can be named once.") }
  }

  private static func formats(_ text: String) throws -> [ReportFormat] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = ReportFormat(rawValue: String(name)) else {
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(name)' is no format; known are \(known).")
      }
      return format
    }
  }

  func run() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    Interruption.watch()
    var wasInterrupted = false
    let status = try Tool.guarded(language) {
      // The day on which an unfinished review began counts for its rest: one review, one day.
      let begun = resume ? output.flatMap { Journal.dayOfUnfinishedRun(in: $0) } : nil
      let today = begun ?? Tool.today
      let rules = try judgement.ruleBook(catalogue, day: RuleBook.DayPolicy(named: asOf, today: today))
      let phrasing = Phrasing(language, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
      let clock = timings ? CriterionClock(rules.catalogue) : nil
      let reviewer = Reviewer(Judge(rules, clock: clock), phrasing: phrasing)
      let review = Review(reviewer, language: language, jobs: jobs, progress: progress)
      let outcome: Review.Outcome
      if let output {
        outcome = try record(review, reviewer, phrasing, in: output, today: today)
      } else {
        outcome = try review.stream(inputs, as: format)
      }
      report(outcome)
      for cost in clock?.costs ?? [] {
        let hundredths = cost.nanoseconds / 10
        let fraction = String(hundredths % 100)
        let time = "\(hundredths / 100).\(fraction.count < 2 ? "0" : "")\(fraction) µs"
        Tool.complain("\(String(repeating: " ", count: max(0, 12 - time.count)))\(time)  \(cost.criterion)")
      }
      wasInterrupted = outcome.wasInterrupted
      return self.status(of: outcome.counts)
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
  ) throws -> Review.Outcome {
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
      resume: resume)
    let outcome = try review.record(inputs, in: journal, files: files)
    guard !outcome.wasInterrupted else { return outcome }
    let outputs = SetOutputs(
      phrasing, template: try BuiltIn.page("review"),
      provinces: Provinces(try BuiltIn.file("Data/provinces.tsv")),
      terms: try ProgrammeTerms(catalogue.sources.catalogueFiles()), layers: layers, asOf: asOf ?? today)
    try outputs.write(Set(SetOutputs.Format.allCases), from: journal, in: folder, linking: files)
    return outcome
  }

  private func report(_ outcome: Review.Outcome) {
    let counts = outcome.counts
    func say(_ phrase: ReviewPhrase) { Tool.complain(language(.review(phrase))) }
    if progress != .never || outcome.wasInterrupted || counts.refused > 0 {
      say(
        .summary(
          plans: counts.plans, conforming: counts.conforming, nonConforming: counts.nonConforming,
          incomplete: counts.incomplete, refused: counts.refused))
    }
    if counts.plans == 0, !outcome.wasInterrupted { say(.nothingNamed) }
    if counts.repeated > 0 { say(.repeated(counts.repeated)) }
    if counts.takenOver > 0 { say(.takenOver(counts.takenOver)) }
    if outcome.leftOut > 0 { say(.leftOut(outcome.leftOut)) }
    if outcome.wasInterrupted {
      say(output == nil ? .interruptedWithoutJournal(done: counts.plans) : .interrupted(done: counts.plans))
    }
  }

  private func status(of counts: SetCounts) -> RunStatus {
    if counts.plans == 0 || counts.refused > 0 { return .refused }
    return RunStatus(
      isNonConforming: counts.nonConforming > 0, hasGaps: counts.withGaps > 0,
      isIncomplete: counts.incomplete > 0, failOn: failOn)
  }
}

extension StreamSink.Format: ExpressibleByArgument {}
extension ReviewProgress: ExpressibleByArgument {}
