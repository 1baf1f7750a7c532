import Compliance
import Phrasing
import Source
import Writing

/// One row a finding, for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, and no cell that a
/// spreadsheet would take for a formula.
struct CSVReport {
  private let phrasing: Phrasing

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport]) -> String {
    let header = [
      "file", "city", "plan", "as-of", "edition", "conformity", "criterion", "title", "group", "force",
      "verdict", "known", "reason", "basis", "section", "line", "column", "excerpt", "advice", "mark", "tier",
    ]
    let rows = reports.flatMap { report in report.findings.map { row($0, report) } }
    return "\u{FEFF}"
      + ([header] + rows).map { $0.map(CSVCell.text).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Excel cuts a cell at 32,767 characters; none comes near it.
  private func row(_ finding: Finding, _ report: GapReport) -> [String] {
    let criterion = finding.criterion
    let place = finding.evidence.first
    let isOpen = finding.verdict.isGap || finding.verdict == .unknown
    return [
      report.plan.source.name, SafeText.of(report.plan.city.name, limit: 2_000),
      SafeText.of(report.plan.identity.title, limit: 2_000),
      report.asOf.date.description, report.catalogue.edition.number, report.conformity.outcome.rawValue,
      criterion.id, phrasing.language(criterion.title), criterion.group, finding.force.rawValue,
      finding.verdict.rawValue, report.isKnown(finding) ? "true" : "false",
      SafeText.of(phrasing.reason(of: finding), limit: 8_000),
      SafeText.of(finding.bases.map { phrasing.basis($0) }.joined(separator: "; "), limit: 8_000),
      place?.section ?? "",
      place.map { String($0.position.line) } ?? "", place.map { String($0.position.column) } ?? "",
      place.map { SafeText.of($0.excerpt, limit: 400) } ?? "",
      isOpen ? criterion.remedy.map { phrasing.language($0.advice) } ?? "" : "",
      criterion.provenance.mark.rawValue, criterion.provenance.tier,
    ]
  }
}
