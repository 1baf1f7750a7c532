import Compliance

/// One row a finding, for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, and no cell that a
/// spreadsheet would take for a formula.
struct CSVReport {
  private let wording: Wording

  init(_ wording: Wording) {
    self.wording = wording
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
      report.plan.source.name, Excerpt.of(report.plan.city.name, limit: 2_000),
      Excerpt.of(report.plan.identity.title, limit: 2_000),
      report.asOf.date.description, report.catalogue.edition.number, report.conformity.outcome.rawValue,
      criterion.id, wording.language(criterion.title), criterion.group, finding.force.rawValue,
      finding.verdict.rawValue, report.isKnown(finding) ? "true" : "false",
      Excerpt.of(wording.reason(of: finding), limit: 8_000),
      Excerpt.of(finding.bases.map { wording.basis($0) }.joined(separator: "; "), limit: 8_000),
      place?.section ?? "",
      place.map { String($0.position.line) } ?? "", place.map { String($0.position.column) } ?? "",
      place.map { Excerpt.of($0.excerpt, limit: 400) } ?? "",
      isOpen ? criterion.remedy.map { wording.language($0.advice) } ?? "" : "",
      criterion.provenance.mark.rawValue, criterion.provenance.tier,
    ]
  }
}

/// A cell of a CSV file.
package enum CSVCell {
  /// The text quoted as RFC 4180 asks, and where a spreadsheet may take a semicolon for the end of a cell. A cell
  /// that begins like a formula gets an apostrophe before it, which spreadsheets do not show.
  package static func text(_ text: String) -> String {
    var shown = Excerpt.harmless(text)
    // Scalars, not characters: see `escapingSigns`. Some spreadsheets take wide signs for the narrow ones.
    if let first = shown.unicodeScalars.first, "=+-@\u{FFFD}＝＋－＠".unicodeScalars.contains(first) {
      shown = "'" + shown
    }
    guard shown.holds(anyOf: ",;\"\r\n") else { return shown }
    return "\"" + shown.escapingSign("\"", as: "\"\"") + "\""
  }
}
