import Catalogue
import MasterPlan
import Schematron
import Source

/// One plan against one catalogue, as of one date.
package struct Check: Sendable {
  package let catalogue: Catalogue
  package let profile: Profile?
  private let embedded: EmbeddedRules
  private let memory: LawMemory
  private let criteria: [SharedCriterion]
  private let reportedLayers: [Framework.Layer]

  /// - Parameter profile: a province's rules, to be applied to the catalogue.
  /// - Throws: `CatalogueFault` when a criterion asks for something that no plan can hold, or when the
  ///   profile does not fit the catalogue; `Refusal` for broken Schematron inside a criterion.
  package init(
    _ catalogue: Catalogue, profile: Profile? = nil, vocabulary: PlanVocabulary
  ) throws {
    self.catalogue = if let profile { try catalogue.applying(profile) } else { catalogue }
    self.profile = profile
    self.catalogue.prepareCitations()
    try RequirementCheck(vocabulary).check(self.catalogue)
    embedded = try EmbeddedRules(self.catalogue)
    memory = LawMemory(self.catalogue)
    criteria = SharedCriterion.all(of: self.catalogue)
    reportedLayers = self.catalogue.reportedLayers
  }

  /// A catalogue whose editor is still at work: what its requirements ask for need not exist, and rules
  /// that do not compile decide nothing.
  init(unchecked catalogue: Catalogue) {
    self.catalogue = catalogue
    profile = nil
    embedded = (try? EmbeddedRules(catalogue)) ?? .none
    memory = LawMemory(catalogue)
    criteria = SharedCriterion.all(of: catalogue)
    reportedLayers = catalogue.reportedLayers
  }

  /// The outcome for every criterion of the catalogue.
  /// - Parameters:
  ///   - asOf: the day whose law counts.
  ///   - stage: the stage whose criteria bind; that of the plan unless the caller names another.
  ///   - judgement: answers and waivers that people recorded.
  ///   - rules: what a Schematron schema beside the catalogue found in the plan.
  ///   - clock: measures the criteria, if anybody wants to know.
  package func report(
    on plan: MasterPlan, asOf: AsOf, stage: Stage? = nil, judgement: Judgement = .none,
    rules: ValidationResult? = nil, clock: CriterionClock? = nil
  ) -> GapReport {
    let stageUsed = StageUsed(stage: stage ?? plan.identity.stage, isNamed: stage != nil)
    let facts = Facts(
      plan: plan, catalogue: catalogue, asOf: asOf.date, stage: stageUsed.stage, rules: embedded,
      memory: memory)
    let machine: [Finding] =
      if let clock { measuredFindings(facts, by: clock) } else { criteria.map { finding(for: $0, facts) } }
    let (findings, idle) = judgement.applied(to: machine, of: plan)
    return GapReport(
      plan: plan, catalogue: catalogue, profile: profile, asOf: asOf, stage: stageUsed,
      findings: findings, idleDecisions: idle, layers: layerCoverage(facts),
      citations: citations(facts), rules: rules)
  }

  private func measuredFindings(_ facts: Facts, by clock: CriterionClock) -> [Finding] {
    var times: [Int64] = []
    defer { clock.add(times) }
    return criteria.map { criterion in
      let start = ContinuousClock.now
      defer {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        times.append(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
      }
      return finding(for: criterion, facts)
    }
  }

  private func finding(for shared: SharedCriterion, _ facts: Facts) -> Finding {
    let bases = shared.criterion.bases.map { BasisState(basis: $0, state: facts.state(of: $0.instrument)) }
    let alive = bases.lazy.filter { $0.state?.isInForce ?? false }.map(\.basis.force).max()
    func finding(_ verdict: Verdict, _ reason: Finding.Reason, _ parts: [Part] = []) -> Finding {
      Finding(
        shared, force: alive ?? shared.criterion.force, machineVerdict: verdict, reason: reason, parts: parts,
        evidence: Self.evidence(of: parts, verdict), bases: bases)
    }
    guard shared.isAssessable else {
      return finding(.notAssessed, .evidenceNotVerified(shared.criterion.provenance.mark))
    }
    guard alive != nil || shared.criterion.ownRule != nil else {
      return finding(.notApplicable, .basisNotInForce)
    }
    switch shared.appliesAlways ? .applies : facts.outcome(of: shared.criterion.applicability) {
    case .doesNotApply(let condition): return finding(.notApplicable, .conditionFalse(condition))
    case .undecided(let condition): return finding(.unknown, .conditionUnknown(condition))
    case .applies: break
    }
    if let reason = shared.criterion.personJudges { return finding(.notAssessed, .personMustJudge(reason)) }
    guard let requirement = shared.criterion.requirement else {
      return finding(.notAssessed, .noMachineCheck)
    }
    let parts = facts.parts(of: requirement)
    let (verdict, reason) = Self.verdict(of: parts)
    return finding(verdict, reason, parts)
  }

  /// What `requirement` comes to, put in the place of the criterion's own and under its conditions. Asks
  /// neither for verified evidence nor for a basis in force: an example proves the requirement, not the law.
  func verdict(of requirement: Requirement, for criterion: Criterion, _ facts: Facts) -> Verdict {
    switch facts.outcome(of: criterion.applicability) {
    case .doesNotApply: .notApplicable
    case .undecided: .unknown
    case .applies: Self.verdict(of: facts.parts(of: requirement)).0
    }
  }

  /// The look-ups of one plan, with the rules of this catalogue.
  func facts(of plan: MasterPlan, asOf: CalendarDate, rules: EmbeddedRules? = nil) -> Facts {
    Facts(plan: plan, catalogue: catalogue, asOf: asOf, rules: rules ?? embedded)
  }

  private static func verdict(of parts: [Part]) -> (Verdict, Finding.Reason) {
    switch verdict(of: parts.map(\.state)) {
    case .partial: (.partial, .somePartsFail)
    case .gap: (.gap, .noPartHolds)
    case .met: (.met, .allPartsHold)
    case .notApplicable: (.notApplicable, .nothingAsked)
    case .unknown, .notAssessed, .waived: (.unknown, .notTranscribed)
    }
  }

  /// Kleene's strong logic over the parts, with `partial` where some hold and some fail.
  static func verdict(of parts: [PartState]) -> Verdict {
    var (asked, holding, failing) = (0, 0, 0)
    for part in parts {
      if part != .notAsked { asked += 1 }
      if part == .holds { holding += 1 }
      if part == .fails { failing += 1 }
    }
    if asked == 0 { return .notApplicable }
    if failing > 0 { return holding > 0 ? .partial : .gap }
    return holding == asked ? .met : .unknown
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

  private func layerCoverage(_ facts: Facts) -> [LayerCoverage] {
    let layers = facts.plan.items("layer", in: "architecture").map {
      (reference: $0.attribute("reference"), id: $0.attribute("id"))
    }
    var components: [String: Int] = [:]
    for component in facts.plan.items("component", in: "architecture") {
      if let layer = component.attribute("layer") { components[layer, default: 0] += 1 }
    }
    return reportedLayers.map { layer in
      let part = facts.covers(layer.id, .hasComponent(types: [], layer: layer.id, statuses: [], by: nil))
      let ids = Set(layers.filter { $0.reference == layer.id }.compactMap(\.id))
      return LayerCoverage(
        layer: layer, state: part.state, components: ids.reduce(0) { $0 + (components[$1] ?? 0) },
        evidence: part.evidence.first)
    }
  }

  private func citations(_ facts: Facts) -> [LocatedCitation] {
    (facts.legalBases + facts.standards).map { text in
      LocatedCitation(
        printed: text.printed, citation: text.citation, state: text.state,
        isBackground: text.isBackground, evidence: text.evidence)
    }
  }
}

extension Catalogue {
  /// The layers, systems and centres of the reference framework that every report speaks of, in its order.
  package var reportedLayers: [Framework.Layer] {
    let framework = frameworks.first { $0.layers.contains { $0.kind == .vertical } }
    return (framework?.layers ?? []).filter { $0.kind != .governance }.sorted { $0.order < $1.order }
  }
}
