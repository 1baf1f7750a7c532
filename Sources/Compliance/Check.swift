import Catalogue
import MasterPlan
import Schematron
import XML

/// One plan against one catalogue, as of one date.
public struct Check: Sendable {
  public let catalogue: Catalogue
  public let profile: Profile?
  private let embedded: EmbeddedRules
  private let memory: LawMemory
  private let criteria: [SharedCriterion]

  /// - Parameter profile: a province's rules, to be applied to the catalogue.
  /// - Throws: `CatalogueFault` when a criterion asks for something that no plan can hold, or when the
  ///   profile does not fit the catalogue; `Refusal` for broken Schematron inside a criterion.
  public init(
    _ catalogue: Catalogue, profile: Profile? = nil, vocabulary: PlanVocabulary
  ) throws {
    self.catalogue = if let profile { try catalogue.applying(profile) } else { catalogue }
    self.profile = profile
    try RequirementCheck(vocabulary).check(self.catalogue)
    embedded = try EmbeddedRules(self.catalogue)
    memory = LawMemory(self.catalogue)
    criteria = self.catalogue.criteria.map(SharedCriterion.init)
  }

  /// A catalogue whose editor is still at work: what its requirements ask for need not exist, and rules
  /// that do not compile decide nothing.
  init(unchecked catalogue: Catalogue) {
    self.catalogue = catalogue
    profile = nil
    embedded = (try? EmbeddedRules(catalogue)) ?? .none
    memory = LawMemory(catalogue)
    criteria = catalogue.criteria.map(SharedCriterion.init)
  }

  /// The outcome for every criterion of the catalogue.
  /// - Parameters:
  ///   - asOf: the day whose law counts.
  ///   - stage: the stage whose criteria bind; that of the plan unless the caller names another.
  ///   - judgement: answers and waivers that people recorded.
  ///   - rules: what a Schematron schema beside the catalogue found in the plan.
  ///   - clock: measures the criteria, if anybody wants to know.
  public func report(
    on plan: MasterPlan, asOf: AsOf, stage: Stage? = nil, judgement: Judgement = .none,
    rules: ValidationResult? = nil, clock: CriterionClock? = nil
  ) -> GapReport {
    let stageUsed = StageUsed(stage: stage ?? plan.identity.stage, isNamed: stage != nil)
    let facts = Facts(
      plan: plan, catalogue: catalogue, asOf: asOf.date, stage: stageUsed.stage, rules: embedded,
      memory: memory)
    let map = plan.map
    let machine: [Finding] =
      if let clock {
        measuredFindings(facts, map, by: clock)
      } else {
        criteria.map { finding(for: $0, facts, map) }
      }
    let (findings, idle) = judgement.applied(to: machine, of: plan)
    return GapReport(
      plan: plan, catalogue: catalogue, profile: profile, asOf: asOf, stage: stageUsed,
      findings: findings, idleDecisions: idle, layers: layerCoverage(facts, map),
      citations: citations(facts, map), rules: rules)
  }

  private func measuredFindings(_ facts: Facts, _ map: SourceMap, by clock: CriterionClock) -> [Finding] {
    var times: [Int64] = []
    defer { clock.add(times) }
    return criteria.map { criterion in
      let start = ContinuousClock.now
      defer {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        times.append(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
      }
      return finding(for: criterion, facts, map)
    }
  }

  private func finding(for shared: SharedCriterion, _ facts: Facts, _ map: SourceMap) -> Finding {
    let criterion = shared.criterion
    let bases = criterion.bases.map { BasisState(basis: $0, state: facts.state(of: $0.instrument)) }
    let alive = bases.filter { $0.state?.isInForce ?? false }
    func finding(_ verdict: Verdict, _ reason: Finding.Reason, _ parts: [Part] = []) -> Finding {
      Finding(
        shared, force: alive.map(\.basis.force).max() ?? criterion.force,
        machineVerdict: verdict,
        reason: reason, parts: parts, evidence: Self.evidence(of: parts, verdict, map), bases: bases)
    }
    guard criterion.isAssessable else {
      return finding(.notAssessed, .evidenceNotVerified(criterion.provenance.mark))
    }
    guard !alive.isEmpty || criterion.ownRule != nil else {
      return finding(.notApplicable, .basisNotInForce)
    }
    switch facts.outcome(of: criterion.applicability) {
    case .doesNotApply(let condition): return finding(.notApplicable, .conditionFalse(condition))
    case .undecided(let condition): return finding(.unknown, .conditionUnknown(condition))
    case .applies: break
    }
    if let reason = criterion.personJudges { return finding(.notAssessed, .personMustJudge(reason)) }
    guard let requirement = criterion.requirement else { return finding(.notAssessed, .noMachineCheck) }
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
    let asked = parts.filter { $0 != .notAsked }
    guard !asked.isEmpty else { return .notApplicable }
    let holding = asked.count { $0 == .holds }
    if asked.contains(.fails) { return holding > 0 ? .partial : .gap }
    return holding == asked.count ? .met : .unknown
  }

  /// What shows the verdict: failing places of a gap, holding ones of a criterion that is met.
  private static func evidence(of parts: [Part], _ verdict: Verdict, _ map: SourceMap) -> [LocatedEvidence] {
    let order: [PartState] = verdict.isGap ? [.fails, .holds] : [.holds, .unknown]
    var seen: Set<Place> = []
    let evidence = order.flatMap { state in parts.filter { $0.state == state }.flatMap(\.evidence) }
    return (evidence.filter { $0.role == .shows } + evidence.filter { $0.role == .belongsHere })
      .filter { seen.insert($0.place).inserted }
      .map { $0.located(map) }
  }

  private func layerCoverage(_ facts: Facts, _ map: SourceMap) -> [LayerCoverage] {
    catalogue.reportedLayers.map { layer in
      let part = facts.covers(layer.id, .hasComponent(types: [], layer: layer.id, statuses: [], by: nil))
      let ids = Set(
        facts.plan.items("layer", in: "architecture").filter { $0.attribute("reference") == layer.id }
          .compactMap { $0.attribute("id") })
      let components = facts.plan.items("component", in: "architecture")
        .count { ids.contains($0.attribute("layer") ?? "") }
      return LayerCoverage(
        layer: layer, state: part.state, components: components,
        evidence: part.evidence.first?.located(map))
    }
  }

  private func citations(_ facts: Facts, _ map: SourceMap) -> [LocatedCitation] {
    (facts.legalBases + facts.standards).map { text in
      LocatedCitation(
        printed: text.printed, citation: text.citation, state: text.state,
        isBackground: text.isBackground, evidence: text.evidence.located(map))
    }
  }
}

extension Catalogue {
  /// The layers, systems and centres of the reference framework that every report speaks of, in its order.
  public var reportedLayers: [Framework.Layer] {
    let framework = frameworks.first { $0.layers.contains { $0.kind == .vertical } }
    return (framework?.layers ?? []).filter { $0.kind != .governance }.sorted { $0.order < $1.order }
  }
}

extension Evidence {
  func located(_ map: SourceMap) -> LocatedEvidence {
    LocatedEvidence(
      role: role, section: section, path: place.path, position: map.position(ofElement: place.number),
      excerpt: excerpt)
  }
}
