/// The reports of one round: all in memory, or read one at a time from a file of thousands.
package protocol ReportRound {
  /// What tells each report's plan from others.
  var marks: [PlanMarks] { get }
  /// Files of which there is no report, because they were refused.
  var refused: [RefusedPlan] { get }
  func report(_ index: Int) throws -> SavedReport
}

/// A file that a round could not judge.
package struct RefusedPlan: Sendable, Hashable {
  package let file: String
  /// Why, as that round said it.
  package let message: String

  package init(file: String, message: String) {
    self.file = file
    self.message = message
  }

  /// The last part of the file's name, by which two rounds find each other.
  var lastName: String { file.split(separator: "/").last.map(String.init) ?? file }
}

/// Reports that were read already.
package struct ReadReports: ReportRound {
  package let marks: [PlanMarks]
  package var refused: [RefusedPlan] { [] }
  private let reports: [SavedReport]

  package init(_ reports: [SavedReport]) {
    self.reports = reports
    marks = reports.map(PlanMarks.init)
  }

  package func report(_ index: Int) -> SavedReport { reports[index] }
}
