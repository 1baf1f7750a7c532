/// Why saved gap reports cannot be taken up again.
package enum ReportFault: RefusalCause {
  /// A file that should be a saved gap report and is none.
  case notAReport
  /// A folder that holds no saved gap report.
  case noReports
  /// The plan changed since the report was made.
  case changedSince(report: String)
}
