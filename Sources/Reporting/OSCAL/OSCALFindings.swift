import Catalogue
import Compliance
import Languages
import Phrasing
import Source
import Writing

/// Observations, findings and risks of one gap report, which assessment results and the plan of action
/// both hold.
struct OSCALFindings {
  let report: GapReport
  private let phrasing: Phrasing
  /// What tells this report from all others: observations and findings are of one check.
  private let check: String
  /// What stays the same from round to round: a risk keeps its UUID until it is closed.
  private let subject: String
  private var language: Language { phrasing.language }

  /// The tool that judged, as this part of the document knows it.
  let toolID: String

  /// One for each report of a document, with identifiers that are its own: two files of one plan are two.
  /// - Parameter sharesTool: whether the document says once what judged, and not for each report.
  static func all(_ reports: [GapReport], sharesTool: Bool, _ phrasing: Phrasing) -> [OSCALFindings] {
    var times: [String: Int] = [:]
    return reports.enumerated().map { number, report in
      let plan = report.plan
      let subject = [plan.city.name, plan.identity.number ?? plan.identity.title].joined(separator: "\n")
      let earlier = times[subject, default: 0]
      times[subject] = earlier + 1
      return OSCALFindings(
        report, number: number, subject: earlier == 0 ? subject : "\(subject)\n\(earlier + 1)",
        tool: sharesTool || number == 0 ? "" : "\n\(number)", phrasing)
    }
  }

  private init(_ report: GapReport, number: Int, subject: String, tool: String, _ phrasing: Phrasing) {
    self.report = report
    self.phrasing = phrasing
    self.subject = subject
    toolID = OSCALIdentifier.uuid("tool\n\(Program.version)\(tool)")
    platformID = OSCALIdentifier.uuid("platform\n\(Program.version)\(tool)")
    let plan = report.plan
    check = [
      String(number), plan.source.name, plan.digest, report.catalogue.digest, report.profile?.digest ?? "",
      report.asOf.date.description, report.stage.stage.rawValue,
    ].joined(separator: "\n")
  }

  /// What rules beside the catalogue found.
  var rules: OSCALRules { OSCALRules(self, check: check, phrasing) }

  // MARK: The plan and the tool

  var planID: String { OSCALIdentifier.uuid("plan\n\(check)") }
  private let platformID: String
  var origins: JSON {
    .array([
      .object([("actors", .array([.object([("type", .string("tool")), ("actor-uuid", .string(toolID))])]))])
    ])
  }

  /// The plan as a component, and what judged it.
  static func definitions(of reports: [OSCALFindings]) -> JSON {
    .object(
      [("components", .array(reports.map(\.component)))]
        + (reports.first.map { [("assessment-assets", $0.assets)] } ?? []))
  }

  private var assets: JSON {
    let tool = JSON.object([
      ("uuid", .string(toolID)), ("type", .string("software")), ("title", .string("khung")),
      ("description", .string("khung \(Program.version)")),
      ("status", .object([("state", .string("operational"))])),
    ])
    let platform = JSON.object([
      ("uuid", .string(platformID)),
      ("uses-components", OSCAL.reference("component-uuid", toolID)),
    ])
    return .object([("components", .array([tool])), ("assessment-platforms", .array([platform]))])
  }

  private var component: JSON {
    let plan = report.plan
    let state = plan.identity.stage == .approved ? "operational" : "under-development"
    return .object([
      ("uuid", .string(planID)), ("type", .string("plan")), ("title", OSCAL.text(plan.identity.title)),
      ("description", OSCAL.text("\(plan.city.name): \(plan.identity.title)")),
      (
        "props",
        .array([OSCAL.prop("file", plan.source.name), OSCAL.prop("sha256", plan.digest)])
      ),
      ("status", .object([("state", .string(state))])),
    ])
  }

  // MARK: One criterion

  func observationID(_ finding: Finding) -> String {
    OSCALIdentifier.uuid("observation\n\(finding.criterion.id)\n\(check)")
  }

  func findingID(_ finding: Finding) -> String {
    OSCALIdentifier.uuid("finding\n\(finding.criterion.id)\n\(check)")
  }

  func riskID(_ finding: Finding) -> String {
    OSCALIdentifier.uuid("risk\n\(finding.criterion.id)\n\(subject)")
  }

  func itemID(_ finding: Finding) -> String {
    OSCALIdentifier.uuid("item\n\(finding.criterion.id)\n\(subject)")
  }

  /// The outcome for one criterion, whatever it is: the report is a ledger.
  func observation(_ finding: Finding) -> JSON {
    let isJudged = finding.verdict.isGap || finding.verdict == .met || finding.verdict == .waived
    var members: [(String, JSON)] = [
      ("uuid", .string(observationID(finding))), ("title", title(of: finding)),
      ("description", OSCAL.text(phrasing.reason(of: finding))), ("props", props(of: finding)),
      ("methods", .array([.string(finding.answer == nil ? "TEST" : "EXAMINE")])),
      ("types", .array([.string(isJudged ? "finding" : "control-objective")])),
      ("origins", origins),
      (
        "subjects",
        .array([.object([("subject-uuid", .string(planID)), ("type", .string("component"))])])
      ),
    ]
    if !finding.evidence.isEmpty {
      members.append(("relevant-evidence", .array(finding.evidence.prefix(10).map(evidence))))
    }
    return .object(members + [("collected", OSCAL.time(report.asOf.date))])
  }

  private func evidence(_ evidence: Evidence) -> JSON {
    let place = language(.atLine(evidence.position.line, section: evidence.section))
    let excerpt = SafeText.of(evidence.excerpt, limit: 400)
    return .object([
      ("href", .string(URIReference.ofPath(report.plan.source.name))),
      ("description", OSCAL.text(excerpt.isEmpty ? place : "\(place): “\(excerpt)”")),
      (
        "props",
        .array([
          OSCAL.prop("path", evidence.path), OSCAL.prop("line", String(evidence.position.line)),
          OSCAL.prop("column", String(evidence.position.column)),
        ])
      ),
    ])
  }

  /// Only what was judged is satisfied or not; the rest is an observation alone.
  func finding(_ finding: Finding) -> JSON {
    let isMet = finding.verdict == .met
    var members: [(String, JSON)] = [
      ("uuid", .string(findingID(finding))), ("title", title(of: finding)),
      ("description", OSCAL.text(phrasing.reason(of: finding))), ("props", props(of: finding)),
      ("origins", origins),
      (
        "target",
        .object([
          ("type", .string("statement-id")), ("target-id", .string(OSCAL.statement(finding.criterion.id))),
          (
            "status",
            .object([
              ("state", .string(isMet ? "satisfied" : "not-satisfied")),
              ("reason", .string(isMet ? "pass" : finding.verdict == .waived ? "other" : "fail")),
            ])
          ),
        ])
      ),
      ("related-observations", OSCAL.reference("observation-uuid", observationID(finding))),
    ]
    if !isMet { members.append(("related-risks", OSCAL.reference("risk-uuid", riskID(finding)))) }
    return .object(members)
  }

  /// What stays undone while the gap is open.
  func risk(_ finding: Finding) -> JSON {
    var members: [(String, JSON)] = [
      ("uuid", .string(riskID(finding))), ("title", title(of: finding)),
      ("description", OSCAL.text(language(finding.criterion.planStatement))),
      ("statement", OSCAL.text(details(of: finding))), ("props", props(of: finding)),
      ("status", .string(finding.verdict == .waived ? "deviation-approved" : "open")),
      ("origins", origins),
    ]
    if let deadline = finding.criterion.phase.deadline { members.append(("deadline", OSCAL.time(deadline))) }
    if let remedy = finding.criterion.remedy {
      let response = JSON.object([
        ("uuid", .string(OSCALIdentifier.uuid("response\n\(finding.criterion.id)\n\(subject)"))),
        ("lifecycle", .string("recommendation")), ("title", .string(language(.toWrite))),
        ("description", OSCAL.text(language(remedy.advice))),
      ])
      members.append(("remediations", .array([response])))
    }
    members.append(("related-observations", OSCAL.reference("observation-uuid", observationID(finding))))
    return .object(members)
  }

  func item(_ finding: Finding) -> JSON {
    .object(
      [
        ("uuid", .string(itemID(finding))), ("title", title(of: finding)),
        ("description", OSCAL.text(details(of: finding))), ("props", props(of: finding)),
        ("links", .array(finding.bases.map { link($0.basis) })), ("origins", origins),
        ("related-findings", OSCAL.reference("finding-uuid", findingID(finding))),
        ("related-observations", OSCAL.reference("observation-uuid", observationID(finding))),
        ("related-risks", OSCAL.reference("risk-uuid", riskID(finding))),
      ].filter { if case .array(let list) = $0.1 { !list.isEmpty } else { true } })
  }

  private func link(_ basis: Basis) -> JSON {
    .object([
      ("href", .string("#\(OSCAL.resourceID(basis.instrument))")), ("rel", .string("reference")),
      ("text", OSCAL.text(phrasing.name(of: basis))),
    ])
  }

  private func title(of finding: Finding) -> JSON {
    OSCAL.text("\(finding.criterion.id) \(language(finding.criterion.title))")
  }

  private func details(of finding: Finding) -> String {
    phrasing.details(of: finding).map { "\($0.name): \($0.text)" }.joined(separator: ". ")
  }

  /// Both verdicts, and who stands for the second.
  private func decided(_ finding: Finding) -> [JSON] {
    guard finding.isDecided else { return [] }
    var props = [OSCAL.prop("machine-verdict", finding.machineVerdict.rawValue)]
    if let answer = finding.answer {
      props += [
        OSCAL.prop("answer", answer.verdict.rawValue), OSCAL.prop("answered-by", answer.role),
        OSCAL.prop("answered-on", answer.date.description),
      ]
    }
    if let waiver = finding.waiver {
      props += [
        OSCAL.prop("waived-by", "\(waiver.decision), \(waiver.authority)"),
        OSCAL.prop("waived-until", waiver.expires.description),
      ]
    }
    return props
  }

  /// What stands beside the conclusion.
  var notices: [JSON] {
    report.allNotices.enumerated().map { number, notice in
      .object([
        ("uuid", .string(OSCALIdentifier.uuid("notice\n\(number)\n\(check)"))),
        ("title", .string(notice.name)), ("description", OSCAL.text(phrasing.words(notice))),
        ("props", .array([OSCAL.prop("notice", notice.name), OSCAL.prop("weight", notice.weight.rawValue)])),
        ("methods", .array([.string("EXAMINE")])), ("types", .array([.string("control-objective")])),
        ("origins", origins),
        (
          "subjects",
          .array([.object([("subject-uuid", .string(planID)), ("type", .string("component"))])])
        ),
        ("collected", OSCAL.time(report.asOf.date)),
      ])
    }
  }

  private func props(of finding: Finding) -> JSON {
    .array(
      [
        OSCAL.prop("criterion", finding.criterion.id), OSCAL.prop("verdict", finding.verdict.rawValue),
        OSCAL.prop("force", finding.force.rawValue),
      ] + decided(finding) + (report.isKnown(finding) ? [OSCAL.prop("known", "true")] : []))
  }
}
