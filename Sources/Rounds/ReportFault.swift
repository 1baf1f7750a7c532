import Source

/// Why saved gap reports cannot be taken up again.
package enum ReportFault: RefusalCause {
  /// A file that should be a saved gap report and is none.
  case notAReport
  /// A folder that holds no saved gap report.
  case noReports
  /// The plan changed since the report was made.
  case changedSince(report: String)
  /// A folder with the journal of a review that was not brought to its end.
  case unfinishedReview
}

extension ReportFault {
  package var phrase: Phrase {
    switch self {
    case .notAReport: Phrase("refusals.not-a-report")
    case .noReports: Phrase("refusals.no-reports")
    case .changedSince(let report): Phrase("refusals.changed-since", ["report": .text(report)])
    case .unfinishedReview: Phrase("refusals.unfinished-review")
    }
  }
}
