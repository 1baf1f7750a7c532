/// How the finding for one criterion is made: a basis in force, evidence verified, conditions true, then what the
/// plan shows of the requirement, in this order: a criterion whose bases have all ended is out, whatever is known of it.
struct FindingRule {
  private let facts: Facts

  init(_ facts: Facts) {
    self.facts = facts
  }

  /// The finding for one criterion.
  func finding(for shared: SharedCriterion) -> Finding {
    let bases = shared.criterion.bases.map { basis in
      BasisState(basis: basis, state: facts.state(of: basis, issuer: shared.issuers[basis.instrument]))
    }
    let alive = bases.lazy.filter(\.isInForce).map(\.basis.force).max()
    func finding(_ verdict: Verdict, _ reason: Finding.Reason, _ parts: [Part] = []) -> Finding {
      Finding(
        shared, force: alive ?? shared.criterion.force, machineVerdict: verdict, reason: reason, parts: parts,
        evidence: Self.evidence(of: parts, verdict), bases: bases)
    }
    if let exemption = shared.exemption { return finding(.notApplicable, exemption) }
    guard alive != nil || shared.criterion.ownRule != nil else {
      return finding(.notApplicable, .basisNotInForce)
    }
    guard shared.isAssessable else {
      return finding(.notAssessed, .evidenceNotVerified(shared.criterion.provenance.mark))
    }
    switch shared.appliesAlways ? .applies : facts.outcome(of: shared.criterion.applicability) {
    case .doesNotApply(let condition): return finding(.notApplicable, .conditionFalse(condition))
    case .undecided(let condition): return finding(.unknown, .conditionUnknown(condition))
    case .applies: break
    }
    if let reason = shared.criterion.personJudges { return finding(.notAssessed, .personMustJudge(reason)) }
    guard let question = shared.question else {
      return finding(.notAssessed, .noMachineCheck)
    }
    let parts = facts.parts(of: question)
    let (verdict, reason) = VerdictLogic.verdict(of: parts)
    return finding(verdict, reason, parts)
  }

  /// What shows the verdict: failing places of a gap, holding ones of a criterion that is met. First what shows
  /// something, then where it belongs; each place once.
  private static func evidence(of parts: [Part], _ verdict: Verdict) -> [Evidence] {
    let order: (PartState, PartState) = verdict.isGap ? (.fails, .holds) : (.holds, .unknown)
    if parts.count == 1 {
      if parts[0].state != order.0, parts[0].state != order.1 { return [] }
      // As most are, and then it is handed on as it is.
      if isInOrder(parts[0].evidence) { return parts[0].evidence }
    }
    var result: [Evidence] = []
    var seen: Set<Int> = []
    for role in [Evidence.Role.shows, .belongsHere] {
      for state in [order.0, order.1] {
        for part in parts where part.state == state {
          for evidence in part.evidence
          where evidence.role == role && seen.insert(evidence.place.number).inserted {
            result.append(evidence)
          }
        }
      }
    }
    return result
  }

  /// Whether all evidence has one role, and each place stands there once.
  private static func isInOrder(_ evidence: [Evidence]) -> Bool {
    // Compared pairwise, so only where there is little.
    guard evidence.count <= 8 else { return false }
    for (index, each) in evidence.enumerated() {
      let row = each.place.number
      for earlier in evidence[..<index] where earlier.place.number == row || earlier.role != each.role {
        return false
      }
    }
    return true
  }
}
