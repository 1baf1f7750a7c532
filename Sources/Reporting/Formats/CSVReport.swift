import Compliance
import Phrasing
import Schematron
import Source
import Writing

/// One row a finding and one a failed rule beside the catalogue, for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, and no cell that a
/// spreadsheet would take for a formula.
struct CSVReport {
  private let phrasing: Phrasing

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let header = [
      "file", "city", "plan", "as-of", "edition", "conformity", "criterion", "title", "group", "force",
      "verdict", "known", "reason", "basis", "section", "line", "column", "excerpt", "advice", "mark", "tier",
      "machine-verdict", "decided-by", "decided-on",
    ]
    let rows = reports.flatMap { report in
      report.findings.map { row($0, report) } + (report.rules?.findings ?? []).map { row($0, report) }
        + (report.rules?.idle ?? []).map { row($0, report) }
        + report.allNotices.map { row($0, report) }
    }
    let refused = refusals.map { message in
      ["", "", "", "", "", "refused", "input", "", "refused", "error", "refused", "false"]
        + [SafeText.of(message, limit: 8_000)] + Array(repeating: "", count: header.count - 13)
    }
    return "\u{FEFF}"
      + ([header] + rows + refused).map { $0.map(CSVCell.text).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A failure of rules beside the catalogue.
  private func row(_ finding: SchematronFinding, _ report: GapReport) -> [String] {
    rule(
      "schematron/" + SafeText.of(finding.id ?? "rule", limit: 200), SafeText.of(finding.test, limit: 400),
      force: finding.isGrave ? "error" : "warning", verdict: "failed", isKnown: report.isKnown(finding),
      SafeText.of(finding.words, limit: 8_000), report,
      place: [
        SafeText.of(finding.location, limit: 2_000), String(finding.position.line),
        String(finding.position.column),
      ])
  }

  /// A rule beside the catalogue that checked nothing.
  private func row(_ rule: ValidationResult.IdleRule, _ report: GapReport) -> [String] {
    self.rule(
      "schematron/rule", SafeText.of(rule.name, limit: 400), force: "", verdict: "unchecked", isKnown: false,
      phrasing.language(.idle(rule)), report, place: ["", "", ""])
  }

  /// What stands beside the conclusion.
  private func row(_ notice: Notice, _ report: GapReport) -> [String] {
    head(report) + [
      "notice/" + notice.name, "", "notice", notice.weight.rawValue, "", "false",
      SafeText.of(phrasing.words(notice), limit: 8_000), "", "", "", "", "", "", "", "", "", "", "",
    ]
  }

  private func rule(
    _ name: String, _ title: String, force: String, verdict: String, isKnown: Bool, _ reason: String,
    _ report: GapReport, place: [String]
  ) -> [String] {
    head(report) + [name, title, "schematron", force, verdict, isKnown ? "true" : "false", reason, ""] + place
      + ["", "", "", "", "", "", ""]
  }

  /// What all rows of a plan begin with.
  private func head(_ report: GapReport) -> [String] {
    [
      report.plan.source.name, SafeText.of(report.plan.city.name, limit: 2_000),
      SafeText.of(report.plan.identity.title, limit: 2_000),
      report.asOf.date.description, report.catalogue.edition.number, report.conformity.outcome.rawValue,
    ]
  }

  /// Excel cuts a cell at 32,767 characters; none comes near it.
  private func row(_ finding: Finding, _ report: GapReport) -> [String] {
    let criterion = finding.criterion
    let place = finding.evidence.first
    let isOpen = finding.verdict.isGap || finding.verdict == .unknown
    return head(report) + [
      criterion.id, phrasing.language(criterion.title), criterion.group, finding.force.rawValue,
      finding.verdict.rawValue, report.isKnown(finding) ? "true" : "false",
      SafeText.of(phrasing.reason(of: finding), limit: 8_000),
      SafeText.of(finding.bases.map { phrasing.basis($0) }.joined(separator: "; "), limit: 8_000),
      place?.section ?? "",
      place.map { String($0.position.line) } ?? "", place.map { String($0.position.column) } ?? "",
      place.map { SafeText.of($0.excerpt, limit: 400) } ?? "",
      isOpen ? criterion.remedy.map { phrasing.language($0.advice) } ?? "" : "",
      criterion.provenance.mark.rawValue, criterion.provenance.tier, finding.machineVerdict.rawValue,
      SafeText.of(
        [finding.waiver.map { "\($0.decision), \($0.authority)" }, finding.answer?.role]
          .compactMap { $0 }.joined(separator: "; "), limit: 400),
      (finding.waiver?.date ?? finding.answer?.date).map { $0.description } ?? "",
    ]
  }
}
