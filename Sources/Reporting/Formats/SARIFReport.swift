import Catalogue
import Compliance
import MasterPlan
import XML

/// A plan's gaps as static-analysis results (OASIS SARIF 2.1.0), so that editors and code hosts show
/// them at their line.
struct SARIFReport {
  private let wording: Wording

  init(_ wording: Wording) {
    self.wording = wording
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let results = reports.flatMap { report in report.findings.filter(isShown).map { ($0, report) } }
    let fired = Set(results.map(\.0.criterion.id))
    var rules: [String: Criterion] = [:]
    for (finding, _) in results { rules[finding.criterion.id] = finding.criterion }
    return JSON.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver(fired.sorted().compactMap { rules[$0] }))])),
            ("invocations", .array([invocation(reports, refusals)])),
            ("artifacts", .array(reports.map(artifact))),
            ("columnKind", .string("unicodeCodePoints")),
            ("language", .string(wording.language.rawValue)),
            ("results", .array(results.map { result($0.0, $0.1) })),
          ])
        ])
      ),
    ]).text()
  }

  /// Gaps, and gaps that a waiver covers.
  private func isShown(_ finding: Finding) -> Bool {
    finding.verdict.isGap || finding.verdict == .waived
  }

  private func driver(_ rules: [Criterion]) -> JSON {
    .object([
      ("name", .string("khung")),
      ("version", .string(Program.version)),
      ("rules", .array(rules.map(rule))),
    ])
  }

  private func rule(_ criterion: Criterion) -> JSON {
    .object([
      ("id", .string(criterion.id)),
      ("shortDescription", message(wording.language(criterion.title))),
      ("fullDescription", message(wording.language(criterion.planStatement))),
      (
        "help",
        message(
          criterion.remedy.map { wording.language($0.advice) } ?? wording.language(criterion.planStatement))
      ),
      (
        "properties",
        .object([("group", .string(criterion.group)), ("force", .string(criterion.force.rawValue))])
      ),
    ])
  }

  /// A run that could not judge everything says so: it was not executed successfully.
  private func invocation(_ reports: [GapReport], _ refusals: [String]) -> JSON {
    let incomplete = reports.filter { $0.conformity.outcome == .incomplete }
    let notes =
      refusals.map { ("error", $0) }
      + incomplete.map { ("warning", "\($0.plan.source.name): \(wording.conclusion($0.conformity).why)") }
    return .object([
      ("executionSuccessful", .boolean(notes.isEmpty && !reports.isEmpty)),
      (
        "toolExecutionNotifications",
        .array(notes.map { .object([("level", .string($0.0)), ("message", message($0.1))]) })
      ),
    ])
  }

  private func artifact(_ report: GapReport) -> JSON {
    .object([
      ("location", .object([("uri", .string(URIReference.ofPath(report.plan.source.name)))])),
      ("hashes", .object([("sha-256", .string(report.plan.digest))])),
    ])
  }

  private func result(_ finding: Finding, _ report: GapReport) -> JSON {
    let level =
      switch finding.force {
      case .mandatory: "error"
      case .presumed, .recommended: "warning"
      case .drafting: "note"
      }
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.criterion.id)),
      ("level", .string(level)),
      ("message", message("\(wording.language(finding.criterion.title)): \(wording.reason(of: finding))")),
      ("locations", .array([location(finding.evidence.first, report)])),
      ("partialFingerprints", .object([("criterionOfPlan/v1", .string(fingerprint(finding, report)))])),
    ]
    if let baseline = report.baseline {
      members.append(("baselineState", .string(baseline.state(of: finding).rawValue)))
    }
    if let waiver = finding.waiver {
      let suppression = JSON.object([
        ("kind", .string("external")),
        (
          "justification",
          .string(Excerpt.of("\(waiver.decision), \(waiver.authority): \(waiver.reason)", limit: 400))
        ),
      ])
      members.append(("suppressions", .array([suppression])))
    }
    return .object(members)
  }

  private func location(_ evidence: LocatedEvidence?, _ report: GapReport) -> JSON {
    let position = evidence?.position ?? Position(line: 1, column: 1)
    var region: [(String, JSON)] = [
      ("startLine", .integer(position.line)), ("startColumn", .integer(position.column)),
    ]
    if let excerpt = evidence?.excerpt, !excerpt.isEmpty {
      region.append(("snippet", .object([("text", .string(Excerpt.of(excerpt, limit: 400)))])))
    }
    return .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(URIReference.ofPath(report.plan.source.name)))])),
          ("region", .object(region)),
        ])
      )
    ])
  }

  /// The same gap of the same plan, whatever line it moved to or file it stands in.
  private func fingerprint(_ finding: Finding, _ report: GapReport) -> String {
    let plan = report.plan.identity
    return ContentDigest.sha256(
      Array("\(finding.criterion.id)\n\(report.plan.city.name)\n\(plan.number ?? plan.title)".utf8))
  }

  private func message(_ text: String) -> JSON {
    .object([("text", .string(Excerpt.harmless(text)))])
  }
}
