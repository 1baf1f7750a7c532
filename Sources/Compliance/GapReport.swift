import Catalogue
import MasterPlan
import Schematron

/// The findings of one check as data. Renderers turn it into bytes; nothing here is in any language.
package struct GapReport: Sendable {
  package let plan: MasterPlan
  package let catalogue: Catalogue
  /// The province's rules that were applied, if any.
  package let profile: Profile?
  package let asOf: AsOf
  package let stage: StageUsed
  /// One for each criterion of the catalogue, in the order of their ids.
  package let findings: [Finding]
  /// Recorded decisions that did nothing, or reach too far.
  package let idleDecisions: [IdleDecision]
  package let layers: [LayerCoverage]
  package let citations: [LocatedCitation]
  /// What a Schematron schema beside the catalogue found, if one was named.
  package let rules: ValidationResult?
  /// What stands before all findings.
  package let notices: [Notice]
  /// What an earlier report knew, if one was named.
  package private(set) var baseline: Baseline?
  private(set) var knownRules: Set<RuleFailure> = []

  package let conformity: Conformity
  private let outcomes: [Outcome]

  /// What is counted of a finding.
  private struct Outcome {
    let verdict: Verdict
    let before: Verdict
    let force: Force
  }

  init(
    plan: MasterPlan, catalogue: Catalogue, profile: Profile?, asOf: AsOf, stage: StageUsed,
    findings: [Finding], idleDecisions: [IdleDecision], layers: [LayerCoverage],
    citations: [LocatedCitation], rules: ValidationResult?, notices: [Notice]
  ) {
    self.plan = plan
    self.catalogue = catalogue
    self.profile = profile
    self.asOf = asOf
    self.stage = stage
    self.findings = findings
    self.idleDecisions = idleDecisions
    self.layers = layers
    self.citations = citations
    self.rules = rules
    self.notices = notices
    conformity = Conformity(findings, citations: citations, rules: rules)
    outcomes = findings.map { Outcome(verdict: $0.verdict, before: $0.verdictBeforeWaivers, force: $0.force) }
  }

  /// The report beside what an earlier one knew.
  package func beside(_ baseline: Baseline) -> GapReport {
    var report = self
    report.baseline = baseline
    report.knownRules = baseline.known(among: rules?.findings ?? [])
    return report
  }

  /// What the plan would be if every gap that the baseline knows were waived. For exit statuses alone: no
  /// report shows it.
  package var conformityBesideBaseline: Conformity {
    Conformity(findings, citations: citations, rules: rules, baseline: baseline, knownRules: knownRules)
  }

  /// Whether the baseline knows the gap already.
  package func isKnown(_ finding: Finding) -> Bool { baseline?.knows(finding) ?? false }

  /// Gaps and partial ones, the most urgent first: by force, then by the day on which the criterion falls
  /// due, then what is missing altogether, then in the order of their ids.
  package var gaps: [Finding] {
    findings.filter(\.verdict.isGap).enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.force != second.force { return first.force > second.force }
      if first.criterion.phase.deadline != second.criterion.phase.deadline {
        guard let due = first.criterion.phase.deadline else { return false }
        return second.criterion.phase.deadline.map { due < $0 } ?? true
      }
      if first.verdict != second.verdict { return first.verdict == .gap }
      return left.offset < right.offset
    }.map(\.element)
  }

  package func isKnown(_ failure: SchematronFinding) -> Bool { knownRules.contains(RuleFailure(failure)) }

  /// Whether anything is a gap that the baseline does not know.
  package var hasNewGaps: Bool {
    gaps.contains { !isKnown($0) } || (rules?.findings ?? []).contains { !isKnown($0) }
  }

  /// How many findings would have the verdict without waivers.
  package func countBeforeWaivers(of verdict: Verdict) -> Int {
    outcomes.count { $0.before == verdict }
  }

  package func count(of verdict: Verdict, force: Force? = nil) -> Int {
    outcomes.count { $0.verdict == verdict && (force == nil || $0.force == force) }
  }
}

extension ValidationResult {
  /// Findings that are no mere advice.
  package var grave: [SchematronFinding] { findings.filter(\.isGrave) }
}

extension SchematronFinding {
  /// Whether it is no mere advice: it alone makes a plan non-conforming.
  package var isGrave: Bool { weight == .counts }
}
