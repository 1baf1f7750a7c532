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
  package private(set) var findings: [Finding]
  /// Recorded decisions that did not do what they say.
  package private(set) var unusedDecisions: [UnusedDecision]
  /// What else a reader must know beside the conclusion.
  package private(set) var notices: [Notice]
  package let layers: [LayerCoverage]
  package let citations: [LocatedCitation]
  /// What a Schematron schema beside the catalogue found, if one was named.
  package let rules: ValidationResult?
  /// What an earlier report knew, if one was named.
  package private(set) var baseline: Baseline?
  private(set) var knownRules: Set<RuleFailure> = []

  package private(set) var conformity: Conformity
  private var outcomes: [Outcome]

  /// What is counted of a finding.
  private struct Outcome {
    let verdict: Verdict
    let before: Verdict
    let force: Force
  }

  init(
    plan: MasterPlan, catalogue: Catalogue, profile: Profile?, asOf: AsOf, stage: StageUsed,
    findings: [Finding], unusedDecisions: [UnusedDecision], notices: [Notice], layers: [LayerCoverage],
    citations: [LocatedCitation], rules: ValidationResult?
  ) {
    self.plan = plan
    self.catalogue = catalogue
    self.profile = profile
    self.asOf = asOf
    self.stage = stage
    self.findings = findings
    self.unusedDecisions = unusedDecisions
    self.notices = notices
    self.layers = layers
    self.citations = citations
    self.rules = rules
    conformity = Conformity(
      findings, citations: citations, rules: rules, notices: Self.all(notices, unusedDecisions))
    outcomes = findings.map { Outcome(verdict: $0.verdict, before: $0.verdictBeforeWaivers, force: $0.force) }
  }

  /// Texts that the plan cites and the catalogue does not hold, in this edition or another.
  package var unknownCitations: Int { citations.count { $0.citation == .notInCatalogue } }

  private static func all(_ notices: [Notice], _ decisions: [UnusedDecision]) -> [Notice] {
    notices + decisions.map { .decision($0) }
  }

  /// All notices, those on decisions of people last.
  package var allNotices: [Notice] { Self.all(notices, unusedDecisions) }

  /// The report with what fitted no plan of its run: nobody knows whether this one was meant.
  package func adding(strays: [Notice]) -> GapReport {
    guard !strays.isEmpty else { return self }
    var report = self
    for stray in strays {
      if case .decision(let decision) = stray {
        report.unusedDecisions.append(decision)
      } else {
        report.notices.append(stray)
      }
    }
    report.conformity = Conformity(
      findings, citations: citations, rules: rules, notices: report.allNotices)
    return report
  }

  /// The report with the findings of one force alone. The conclusion stays what it is, and a notice says how many are
  /// left out: for people who mend first what the law asks for, and never for programs.
  package func showingOnly(_ force: Force) -> GapReport {
    var report = self
    report.findings = findings.filter { $0.force == force }
    report.outcomes = outcomes.filter { $0.force == force }
    report.notices.append(.showsOnly(force, leftOut: findings.count - report.findings.count))
    return report
  }

  /// The report beside what an earlier one knew.
  package func beside(_ baseline: Baseline) -> GapReport {
    var report = self
    report.baseline = baseline
    if !baseline.isSealed { report.notices.append(.baselineByHand) }
    report.knownRules = baseline.known(among: rules?.findings ?? [])
    return report
  }

  /// What the plan would be if every gap that the baseline knows were waived. For exit statuses alone: no
  /// report shows it.
  package var conformityBesideBaseline: Conformity {
    guard baseline?.isSealed ?? true else { return conformity }
    return Conformity(
      findings, citations: citations, rules: rules, notices: allNotices, baseline: baseline,
      knownRules: knownRules)
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

  /// Whether something mandatory, or the rules themselves, could not be judged, whatever else is a gap. No wish to
  /// overlook gaps makes a success of it.
  package var holdsWhatWasNotJudged: Bool {
    conformity.tally.undecided > 0 || rules.map { $0.firedRules == 0 || !$0.idle.isEmpty } ?? false
      || allNotices.contains { $0.weight == .error }
      || citations.contains { $0.state?.isStillToCome ?? false }
  }

  /// Whether anything is a gap that the baseline does not know.
  package var hasNewGaps: Bool {
    guard baseline?.isSealed ?? true else { return !gaps.isEmpty || !(rules?.findings ?? []).isEmpty }
    return gaps.contains { !isKnown($0) } || (rules?.findings ?? []).contains { !isKnown($0) }
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
