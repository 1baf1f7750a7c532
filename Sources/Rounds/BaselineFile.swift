import Compliance
import Source

/// An earlier JSON report whose gaps fail no run.
package struct BaselineFile {
  package let path: String
  private let digest: String
  private let reports: [SavedReport]

  /// - Throws: `Refusal` when the file cannot be read or is no saved report.
  package init(_ path: String) throws(Refusal) {
    let text = try SourceReader().read(path)
    self.path = path
    digest = ContentDigest.sha256(text.stored)
    reports = try SavedReport.read(text)
  }

  /// Each report with what the earlier report on the same plan knew, and the names of the plans of which it
  /// says nothing: all their gaps are new.
  package func applied(to checked: [GapReport]) -> (reports: [GapReport], unmatched: [String]) {
    let pairs = PlanMarks.pairs(reports.map { PlanMarks($0) }, checked.map { PlanMarks($0) })
    let earlier = Dictionary(pairs.map { ($0.new, $0.old) }) { first, _ in first }
    var unmatched: [String] = []
    let marked = checked.enumerated().map { index, report in
      guard let match = earlier[index] else {
        unmatched.append(report.plan.source.name)
        return report
      }
      var report = report
      report.baseline = reports[match].baseline(digest: digest)
      return report
    }
    return (marked, unmatched)
  }
}
