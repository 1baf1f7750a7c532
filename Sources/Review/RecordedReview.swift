import BuiltIn
import Phrasing
import Reporting
import Source
import Writing

/// A review whose rows, reports, pages and tables about the set stay in a folder.
package struct RecordedReview: Sendable {
  private let folder: String
  private let formats: [ReportFormat]
  private let resume: Bool
  private let asOf: CalendarDate

  /// - Parameters:
  ///   - formats: those of the reports on each plan.
  ///   - resume: whether an unfinished run in the folder goes on.
  ///   - asOf: the day by which the roll-up counts approvals.
  package init(folder: String, formats: [ReportFormat], resume: Bool, asOf: CalendarDate) {
    self.folder = folder
    self.formats = formats
    self.resume = resume
    self.asOf = asOf
  }

  /// - Parameter today: the day on which the review began.
  /// - Throws: `Refusal`, `OutputFailure`, `JournalLost`.
  package func run(
    _ arguments: [String], by review: Review, _ reviewer: Reviewer, _ phrasing: Phrasing, today: CalendarDate
  ) throws -> ReviewResult {
    try Output.makeFolder(folder)
    let files = ReportFiles(
      in: folder, formats: formats,
      renderer: Renderer(phrasing, width: 100, style: .plain, page: try BuiltIn.page("gap-report")))
    let layers = phrasing.catalogue.reportedLayers
    let journal = try Journal(
      folder: folder,
      run: RunIdentity(
        today: today, options: reviewer.options, criteria: phrasing.catalogue.criteria.map(\.id),
        layers: layers.map(\.id)),
      resume: resume, names: Review.names(of: arguments))
    var outcome = try review.record(arguments, in: journal, files: files)
    outcome.lostItsLock = journal.lostItsLock
    guard !outcome.wasInterrupted else { return outcome }
    let outputs = SetOutputs(
      phrasing, template: try BuiltIn.page("review"),
      provinces: Provinces(try BuiltIn.file("Data/provinces.tsv")), layers: layers, asOf: asOf)
    try outputs.write(Set(SetOutputs.Format.allCases), from: journal, in: folder, linking: files)
    return outcome
  }
}
