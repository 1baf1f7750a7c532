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
  /// What an earlier report knew, if one was named.
  package var baseline: Baseline? {
    didSet { knownRules = baseline?.known(among: rules?.findings ?? []) ?? [] }
  }
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
    citations: [LocatedCitation], rules: ValidationResult?
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
    conformity = Conformity(findings, citations: citations, rules: rules)
    outcomes = findings.map { Outcome(verdict: $0.verdict, before: $0.verdictBeforeWaivers, force: $0.force) }
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

/// The stage whose criteria bind, and whether the caller named it.
package struct StageUsed: Sendable, Hashable {
  package let stage: Stage
  package let isNamed: Bool
}

/// What a plan as a whole is.
package struct Conformity: Sendable, Hashable {
  package enum Outcome: String, Sendable, CaseIterable {
    case conforming
    case nonConforming = "non-conforming"
    case incomplete
  }

  package enum Why: Sendable, Hashable {
    case allMandatoryMet(Int)
    case mandatoryGaps(Int)
    case mandatoryUndecided(Int)
    /// Rules beside the catalogue whose role is error or fatal found faults.
    case rulesFailed(Int)
    /// Rules beside the catalogue matched nothing in the plan: they checked nothing.
    case rulesMatchedNothing
    /// The plan cites texts that were not there on the as-of date: the day or the plan is wrong.
    case citesFuture(Int)
    /// No mandatory criterion was in force and applied: there is nothing to conform to.
    case nothingMandatoryApplied
  }

  package let outcome: Outcome
  package let why: Why

  /// Only mandatory criteria count. None of them judged is not the same as all of them met.
  init(
    _ findings: [Finding], citations: [LocatedCitation], rules: ValidationResult?, baseline: Baseline? = nil,
    knownRules: Set<RuleFailure> = []
  ) {
    let mandatory = findings.filter { $0.force == .mandatory && $0.verdict != .notApplicable }
    let gaps = mandatory.count { $0.verdict.isGap && !(baseline?.knows($0) ?? false) }
    let undecided = mandatory.count { $0.verdict == .unknown || $0.verdict == .notAssessed }
    if gaps > 0 {
      (outcome, why) = (.nonConforming, .mandatoryGaps(gaps))
    } else if let failed = rules?.grave.count(where: { !knownRules.contains(RuleFailure($0)) }), failed > 0 {
      (outcome, why) = (.nonConforming, .rulesFailed(failed))
    } else if let rules, rules.firedRules == 0 {
      (outcome, why) = (.incomplete, .rulesMatchedNothing)
    } else if undecided > 0 {
      (outcome, why) = (.incomplete, .mandatoryUndecided(undecided))
    } else if case let future = citations.count(where: { $0.state?.isStillToCome ?? false }), future > 0 {
      (outcome, why) = (.incomplete, .citesFuture(future))
    } else if mandatory.isEmpty {
      (outcome, why) = (.incomplete, .nothingMandatoryApplied)
    } else {
      (outcome, why) = (.conforming, .allMandatoryMet(mandatory.count))
    }
  }
}

/// Whether the plan's architecture has a layer of the reference framework.
package struct LayerCoverage: Sendable {
  package let layer: Framework.Layer
  package let state: PartState
  /// Components that the plan puts into the layer.
  package let components: Int
  package let evidence: Evidence?
}

/// A citation of the plan, what it is and what that text was on the as-of date.
package struct LocatedCitation: Sendable {
  package let printed: String
  package let citation: Citation
  package let state: LegalState?
  package let isBackground: Bool
  package let evidence: Evidence
}

extension ValidationResult {
  /// Findings whose role says that they must not be: error or fatal.
  package var grave: [SchematronFinding] { findings.filter(\.isGrave) }
}

extension SchematronFinding {
  /// Whether its role says that it must not be.
  package var isGrave: Bool { ["error", "fatal"].contains(role?.lowercased() ?? "") }
}
