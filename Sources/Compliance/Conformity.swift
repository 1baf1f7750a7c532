import Schematron

/// What a plan as a whole is.
package struct Conformity: Sendable, Hashable {
  package enum Outcome: String, Sendable, CaseIterable {
    case conforming
    case nonConforming = "non-conforming"
    case incomplete
  }

  package enum Why: Sendable, Hashable {
    /// Nothing mandatory is open: met by the machine or by people, or waived. The tally tells them apart.
    case nothingOpen(Int)
    /// What was decided, or the rules themselves, cannot be relied on.
    case noticed([Notice])
    case mandatoryGaps(Int)
    case mandatoryUndecided(Int)
    /// Rules beside the catalogue found faults that are no mere advice.
    case rulesFailed(Int)
    /// Rules beside the catalogue matched nothing in the plan: they checked nothing.
    case rulesMatchedNothing
    /// Some of the rules beside the catalogue checked nothing in the plan.
    case rulesCheckedNothing([ValidationResult.IdleRule])
    /// The plan cites texts that were not there on the as-of date: the day or the plan is wrong.
    case citesFuture(Int)
    /// No mandatory criterion was in force and applied: there is nothing to conform to.
    case nothingMandatoryApplied
  }

  package let outcome: Outcome
  package let why: Why
  package let tally: Tally

  /// What became of every mandatory criterion. The numbers add up.
  package struct Tally: Sendable, Hashable {
    package private(set) var metByMachine = 0
    package private(set) var metByPeople = 0
    package private(set) var waived = 0
    package private(set) var gaps = 0
    package private(set) var undecided = 0
    package private(set) var notInForce = 0
    package private(set) var notApplying = 0

    init(_ findings: [Finding]) {
      for finding in findings where finding.force == .mandatory {
        switch finding.verdict {
        case .met where finding.isMetByPerson: metByPeople += 1
        case .met: metByMachine += 1
        case .waived: waived += 1
        case .gap, .partial: gaps += 1
        case .unknown, .notAssessed: undecided += 1
        case .notApplicable where finding.reason == .basisNotInForce: notInForce += 1
        case .notApplicable: notApplying += 1
        }
      }
    }
  }

  /// Only mandatory criteria count. None of them judged is not the same as all of them met.
  init(
    _ findings: [Finding], citations: [LocatedCitation], rules: ValidationResult?, notices: [Notice],
    baseline: Baseline? = nil, knownRules: Set<RuleFailure> = []
  ) {
    tally = Tally(findings)
    let grave = notices.filter { $0.weight == .error }
    let mandatory = findings.filter { $0.force == .mandatory && $0.verdict != .notApplicable }
    let gaps = mandatory.count { $0.verdict.isGap && !(baseline?.knows($0) ?? false) }
    let undecided = mandatory.count { $0.verdict == .unknown || $0.verdict == .notAssessed }
    if gaps > 0 {
      (outcome, why) = (.nonConforming, .mandatoryGaps(gaps))
    } else if let failed = rules?.grave.count(where: { !knownRules.contains(RuleFailure($0)) }), failed > 0 {
      (outcome, why) = (.nonConforming, .rulesFailed(failed))
    } else if let rules, rules.firedRules == 0 {
      (outcome, why) = (.incomplete, .rulesMatchedNothing)
    } else if let idle = rules?.idle, !idle.isEmpty {
      (outcome, why) = (.incomplete, .rulesCheckedNothing(idle))
    } else if notices.contains(.unconfirmedReading) {
      (outcome, why) = (.incomplete, .noticed([.unconfirmedReading]))
    } else if undecided > 0 {
      (outcome, why) = (.incomplete, .mandatoryUndecided(undecided))
    } else if case let future = citations.count(where: { $0.state?.isStillToCome ?? false }), future > 0 {
      (outcome, why) = (.incomplete, .citesFuture(future))
    } else if mandatory.isEmpty {
      (outcome, why) = (.incomplete, .nothingMandatoryApplied)
    } else if !grave.isEmpty {
      (outcome, why) = (.incomplete, .noticed(grave))
    } else {
      (outcome, why) = (.conforming, .nothingOpen(mandatory.count))
    }
  }
}
