import Catalogue
import Compliance
import Phrasing
import Source
import Writing

/// A plan's gaps as static-analysis results (OASIS SARIF 2.1.0), so that editors and code hosts show
/// them at their line.
struct SARIFReport {
  private let phrasing: Phrasing

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let results = reports.flatMap { report in report.findings.filter(isShown).map { ($0, report) } }
    let fired = Set(results.map(\.0.criterion.id))
    var rules: [String: Criterion] = [:]
    for (finding, _) in results { rules[finding.criterion.id] = finding.criterion }
    return SARIFLog(
      tool: "khung", rules: fired.sorted().compactMap { rules[$0] }.map(rule),
      invocation: invocation(reports, refusals),
      artifacts: reports.map { report in
        let digest = JSON.object([("sha-256", .string(report.plan.digest))])
        return SARIFLog.artifact(report.plan.source.name, [("hashes", digest)])
      },
      language: phrasing.language.rawValue,
      results: results.map { result($0.0, $0.1) } + reports.flatMap(ruleResults)
    ).text()
  }

  /// Gaps, gaps that a waiver covers, and whatever else a person decided.
  private func isShown(_ finding: Finding) -> Bool {
    finding.verdict.isGap || finding.isDecided
  }

  private func rule(_ criterion: Criterion) -> JSON {
    .object([
      ("id", .string(criterion.id)),
      ("shortDescription", SARIFLog.message(phrasing.language(criterion.title))),
      ("fullDescription", SARIFLog.message(phrasing.language(criterion.planStatement))),
      (
        "help",
        SARIFLog.message(
          criterion.remedy.map { phrasing.language($0.advice) } ?? phrasing.language(criterion.planStatement))
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
      + incomplete.map { ("warning", "\($0.plan.source.name): \(phrasing.conclusion($0.conformity).why)") }
    let beside = reports.flatMap { report in
      report.allNotices.map {
        ($0.weight.rawValue, "\(report.plan.source.name): \(phrasing.words($0)) [\($0.name)]")
      }
    }
    return .object([
      ("executionSuccessful", .boolean(notes.isEmpty && !reports.isEmpty)),
      (
        "toolExecutionNotifications",
        .array(
          (notes + beside).map { .object([("level", .string($0.0)), ("message", SARIFLog.message($0.1))]) })
      ),
    ])
  }

  private func result(_ finding: Finding, _ report: GapReport) -> JSON {
    let isGap = finding.verdict.isGap || finding.verdict == .waived
    let level =
      switch finding.force {
      case _ where !isGap: "none"
      case .mandatory: "error"
      case .presumed, .recommended: "warning"
      case .drafting: "note"
      }
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.criterion.id)),
      // What a person found met is a pass, and is shown because the machine did not find it.
      ("kind", .string(isGap ? "fail" : "pass")),
      ("level", .string(level)),
      (
        "message",
        SARIFLog.message("\(phrasing.language(finding.criterion.title)): \(phrasing.reason(of: finding))")
      ),
      (
        "locations",
        .array([
          SARIFLog.location(
            finding.evidence.first?.position ?? Position(line: 1, column: 1),
            in: report.plan.source.name, excerpt: finding.evidence.first?.excerpt)
        ])
      ),
      (
        "partialFingerprints",
        .object([("criterionOfPlan/v1", .string(fingerprint(finding.criterion.id, report)))])
      ),
    ]
    if finding.isDecided { members.append(("properties", .object(decided(finding)))) }
    if let baseline = report.baseline, isGap {
      members.append(("baselineState", .string(baseline.state(of: finding).rawValue)))
    }
    if let waiver = finding.waiver {
      let suppression = JSON.object([
        ("kind", .string("external")),
        (
          "justification",
          .string(SafeText.of("\(waiver.decision), \(waiver.authority): \(waiver.reason)", limit: 400))
        ),
      ])
      members.append(("suppressions", .array([suppression])))
    }
    return .object(members)
  }

  /// Both verdicts, and who stands for the second.
  private func decided(_ finding: Finding) -> [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("verdict", .string(finding.verdict.rawValue)),
      ("machineVerdict", .string(finding.machineVerdict.rawValue)),
    ]
    if let answer = finding.answer {
      members += [
        ("answeredBy", .string(SafeText.of(answer.role, limit: 400))),
        ("answeredOn", .string(answer.date.description)), ("answer", .string(answer.verdict.rawValue)),
        ("evidence", .string(SafeText.of(answer.evidence, limit: 2_000))),
      ]
    }
    if let waiver = finding.waiver {
      members += [
        ("waivedBy", .string(SafeText.of("\(waiver.decision), \(waiver.authority)", limit: 400))),
        ("waivedUntil", .string(waiver.expires.description)),
      ]
    }
    return members
  }

  /// Failures of rules beside the catalogue. They are no criteria, so the driver lists no rule for them.
  private func ruleResults(_ report: GapReport) -> [JSON] {
    (report.rules?.findings ?? []).map { finding in
      let rule = "schematron/\(SafeText.of(finding.id ?? "rule", limit: 200))"
      let words = SafeText.of(finding.words, limit: 2_000)
      var members: [(String, JSON)] = [
        ("ruleId", .string(rule)),
        ("level", .string(finding.isGrave ? "error" : "warning")),
        ("message", SARIFLog.message(words)),
        ("locations", .array([SARIFLog.location(finding.position, in: report.plan.source.name)])),
        (
          "partialFingerprints",
          .object([
            ("ruleOfPlan/v1", .string(fingerprint("\(rule)\n\(words)\n\(finding.location)", report)))
          ])
        ),
      ]
      if report.baseline != nil {
        members.append(("baselineState", .string(report.isKnown(finding) ? "unchanged" : "new")))
      }
      return .object(members)
    }
  }

  /// The same gap of the same plan, whatever line it moved to or file it stands in.
  private func fingerprint(_ rule: String, _ report: GapReport) -> String {
    let plan = report.plan.identity
    return ContentDigest.sha256(
      Array("\(rule)\n\(report.plan.city.name)\n\(plan.number ?? plan.title)".utf8))
  }
}
