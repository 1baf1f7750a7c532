import Compliance
import MasterPlan
import Phrasing
import Schematron
import Source

/// Gap reports as SVRL (ISO/IEC 19757-3, annex D), for tools that read what Schematron processors write: a
/// pattern a criterion, a failed assertion a gap. A criterion that does not apply has a pattern without a
/// fired rule; what was not judged, or was waived, is a report that says so.
struct SVRLReport {
  private let phrasing: Phrasing

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    SVRL.report(
      reports.flatMap { [result($0)] + ($0.rules.map { [$0] } ?? []) },
      errors: refusals.map { (document: "", message: SafeText.harmless($0)) })
  }

  private func result(_ report: GapReport) -> ValidationResult {
    let edition = report.catalogue.edition
    let title = "\(phrasing.language(.gapReport)) – khung \(Program.version)"
    return ValidationResult(
      document: report.plan.source.name, schemaTitle: title, schemaVersion: SafeText.harmless(edition.number),
      phase: "#ALL",
      namespaces: [.init(prefix: "p", uri: MasterPlan.namespace)],
      patterns: report.findings.map { pattern($0, report) } + notices(report))
  }

  private func pattern(_ finding: Finding, _ report: GapReport) -> ValidationResult.ActivePattern {
    let rules =
      finding.verdict == .notApplicable
      ? []
      : [
        ValidationResult.FiredRule(
          document: report.plan.source.name, id: finding.criterion.id, context: "/p:master-plan",
          role: finding.force.rawValue,
          flag: finding.verdict.rawValue, findings: message(finding, report).map { [$0] } ?? [])
      ]
    return ValidationResult.ActivePattern(
      id: finding.criterion.id, title: SafeText.harmless(phrasing.language(finding.criterion.title)),
      role: nil, documents: [report.plan.source.name], rules: rules)
  }

  /// What stands beside the conclusion: a report each, which fails nothing.
  private func notices(_ report: GapReport) -> [ValidationResult.ActivePattern] {
    let document = report.plan.source.name
    return report.allNotices.enumerated().map { number, notice in
      let finding = SchematronFinding(
        kind: .successfulReport, id: "notice-\(number + 1)", test: "true()", role: notice.weight.rawValue,
        flag: notice.name, severity: nil, weight: .advice, document: document,
        position: Position(line: 1, column: 1), location: Self.location("/master-plan"),
        message: filled(phrasing.words(notice)), diagnostics: [], properties: [])
      return ValidationResult.ActivePattern(
        id: "notice-\(number + 1)", title: notice.name, role: nil, documents: [document],
        rules: [
          ValidationResult.FiredRule(
            document: document, id: "notice-\(number + 1)", context: "/p:master-plan",
            role: notice.weight.rawValue, flag: notice.name, findings: [finding])
        ])
    }
  }

  private func message(_ finding: Finding, _ report: GapReport) -> SchematronFinding? {
    guard finding.verdict != .met || finding.isDecided else { return nil }
    let criterion = finding.criterion
    let place = finding.evidence.first
    let advice = finding.verdict.isGap ? criterion.remedy.map { phrasing.language($0.advice) } : nil
    return SchematronFinding(
      kind: finding.verdict.isGap ? .failedAssertion : .successfulReport, id: criterion.id,
      test: criterion.requirement?.notation ?? "true()", role: role(of: finding),
      flag: finding.verdict.rawValue
        + (finding.isDecided ? " decided machine-\(finding.machineVerdict.rawValue)" : "")
        + (report.isKnown(finding) ? " known" : ""), severity: nil,
      weight: finding.verdict.isGap && finding.force == .mandatory ? .counts : .advice,
      document: report.plan.source.name, position: place?.position ?? Position(line: 1, column: 1),
      location: Self.location(place?.path ?? "/master-plan"),
      message: filled("\(phrasing.language(criterion.title)): \(phrasing.reason(of: finding))"),
      diagnostics: advice.map {
        [FilledDetail(id: "\(criterion.id).remedy", role: nil, scheme: nil, message: filled($0))]
      } ?? [], properties: [])
  }

  private func role(of finding: Finding) -> String {
    guard finding.verdict.isGap else { return "information" }
    return switch finding.force {
    case .mandatory: "error"
    case .presumed, .recommended: "warning"
    case .drafting: "information"
    }
  }

  /// `/master-plan/security/system[2]` as XPath that knows the plan's namespace.
  private static func location(_ path: String) -> String { path.replacing("/", with: "/p:") }

  private func filled(_ text: String) -> FilledMessage {
    let shown = SafeText.harmless(text)
    return FilledMessage(
      language: phrasing.language.rawValue, space: nil, see: nil, icon: nil, fpi: nil,
      xml: XMLText.escaped(shown), plain: shown)
  }
}
