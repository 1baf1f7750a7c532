import Compliance
import Writing

/// The set as a table: one row a plan, for spreadsheets (RFC 4180, UTF-8 with a byte-order mark).
enum SummaryTable {
  static let header =
    "\u{FEFF}"
    + line([
      "file", "sha256", "conformity", "reason", "title", "number", "city", "province", "level", "region",
      "urban-class", "kind", "stage", "date", "as-of", "mandatory-gaps", "met", "partial", "gap", "unknown",
      "not-applicable", "not-assessed", "waived",
    ])

  static func row(_ plan: PlanSummary) -> String {
    let counts =
      plan.isRefused
      ? Array(repeating: "", count: 8)
      : [plan.mandatoryGaps].map(String.init)
        + [Verdict.met, .partial, .gap, .unknown, .notApplicable, .notAssessed, .waived]
        .map { String(plan.count(of: $0)) }
    return line(
      [
        plan.name, plan.digest ?? "", plan.outcome, plan.reason, plan.title, plan.number ?? "", plan.city,
        plan.province ?? "", plan.level ?? "", plan.region ?? "", plan.urbanClass ?? "", plan.kind ?? "",
        plan.stage ?? "", plan.date ?? "", plan.asOf ?? "",
      ] + counts)
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(CSVCell.text).joined(separator: ",") + "\r\n"
  }
}
