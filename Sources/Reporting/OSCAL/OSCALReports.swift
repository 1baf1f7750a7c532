import Compliance
import Languages
import Phrasing
import Source
import Writing

/// Gap reports as OSCAL assessment results, a result a plan: every criterion is an observation, and what
/// was judged a finding.
struct OSCALAssessmentResults {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let found = OSCALFindings.all(reports, sharesTool: false, phrasing)
    let day = reports.map(\.asOf.date).max() ?? phrasing.catalogue.edition.date
    // OSCAL wants an assessment plan; what was asked of the program stands for it.
    let plan = OSCALIdentifier.uuid("assessment-plan\n\(reports.map(\.plan.digest).joined(separator: "\n"))")
    let resource = JSON.object([
      ("uuid", .string(plan)), ("title", OSCAL.text(language(.explanationTitle))),
      ("description", OSCAL.text(language(.explanation))),
    ])
    return OSCAL.document(
      "assessment-results",
      [
        (
          "metadata",
          OSCAL.metadata(
            language(.gapReport), day: day, version: Program.version, language,
            [
              OSCAL.prop("catalogue-edition", phrasing.catalogue.edition.number),
              OSCAL.prop("catalogue-sha256", phrasing.catalogue.digest),
            ], refusals: refusals)
        ),
        ("import-ap", .object([("href", .string("#\(plan)"))])),
        ("results", .array(found.map(result))),
        ("back-matter", .object([("resources", .array([resource]))])),
      ])
  }

  private func result(_ found: OSCALFindings) -> JSON {
    let report = found.report
    let conclusion = phrasing.conclusion(report.conformity)
    let judged = report.findings.filter { $0.verdict.isGap || $0.verdict == .met || $0.verdict == .waived }
    let open = judged.filter { $0.verdict != .met }
    return .object(
      [
        ("uuid", .string(OSCALIdentifier.uuid("result\n\(found.planID)"))),
        ("title", OSCAL.text(report.plan.identity.title)),
        ("description", OSCAL.text("\(conclusion.outcome) – \(conclusion.why)")),
        ("start", OSCAL.time(report.asOf.date)),
        (
          "props",
          .array([
            OSCAL.prop("conformity", report.conformity.outcome.rawValue),
            OSCAL.prop("stage", report.stage.stage.rawValue),
            OSCAL.prop("as-of", report.asOf.date.description),
          ])
        ),
        ("local-definitions", OSCALFindings.definitions(of: [found])),
        (
          "reviewed-controls",
          .object([("control-selections", .array([.object([("include-all", .object([]))])]))])
        ),
        (
          "observations",
          .array(report.findings.map(found.observation) + found.rules.observations + found.notices)
        ),
        ("risks", .array(open.map(found.risk) + found.rules.risks)),
        ("findings", .array(judged.map(found.finding) + found.rules.findings)),
      ].filter { if case .array(let list) = $0.1 { !list.isEmpty } else { true } })
  }
}

/// The gaps of reports as an OSCAL plan of action and milestones, an item a gap.
struct OSCALPlanOfAction {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let found = OSCALFindings.all(reports, sharesTool: true, phrasing)
    let gaps = found.flatMap { findings in findings.report.gaps.map { (findings, $0) } }
    let rules = found.map(\.rules)
    let items = gaps.map { $0.0.item($0.1) } + rules.flatMap(\.items)
    let day = reports.map(\.asOf.date).max() ?? phrasing.catalogue.edition.date
    let identity = OSCALIdentifier.uuid(
      "plans\n" + reports.map { "\($0.plan.city.name)\n\($0.plan.identity.title)" }.joined(separator: "\n"))
    let members: [(String, JSON)] = [
      (
        "metadata",
        OSCAL.metadata(
          language(.planOfAction), day: day, version: Program.version, language, refusals: refusals)
      ),
      (
        "system-id",
        .object([
          ("identifier-type", .string("https://ietf.org/rfc/rfc4122")), ("id", .string(identity)),
        ])
      ),
      ("local-definitions", OSCALFindings.definitions(of: found)),
      (
        "observations",
        .array(
          gaps.map { $0.0.observation($0.1) } + found.flatMap(decided) + rules.flatMap(\.countingObservations)
            + found.flatMap(\.notices))
      ),
      ("risks", .array(gaps.map { $0.0.risk($0.1) } + rules.flatMap(\.risks))),
      ("findings", .array(gaps.map { $0.0.finding($0.1) } + rules.flatMap(\.findings))),
      ("poam-items", .array(items.isEmpty ? [nothingToDo(reports)] : items)),
    ]
    return OSCAL.document(
      "plan-of-action-and-milestones",
      members.filter { if case .array(let list) = $0.1 { !list.isEmpty } else { true } }
        + OSCAL.backMatter(gaps.flatMap { $0.1.bases.map(\.basis.instrument) }, phrasing))
  }

  /// What people decided beside the gaps: a plan of action rests on it too.
  private func decided(_ found: OSCALFindings) -> [JSON] {
    found.report.findings.filter { $0.isDecided && !$0.verdict.isGap }.map(found.observation)
  }

  /// OSCAL has no plan without an item. This one says that there is none, and how far that was judged.
  private func nothingToDo(_ reports: [GapReport]) -> JSON {
    let outcomes = reports.map { report in
      let conclusion = phrasing.conclusion(report.conformity)
      return "\(report.plan.identity.title): \(conclusion.outcome) – \(conclusion.why)"
    }
    return .object([
      (
        "uuid",
        .string(OSCALIdentifier.uuid("no item\n\(reports.map(\.plan.digest).joined(separator: "\n"))"))
      ),
      ("title", OSCAL.text(language(.noGaps))),
      ("description", OSCAL.text(outcomes.joined(separator: ". "))),
      ("props", .array([OSCAL.prop("open-gaps", "0")])),
    ])
  }
}
