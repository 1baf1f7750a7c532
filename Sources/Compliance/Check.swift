import Catalogue
import MasterPlan
import Schematron
import Source
import Workers

/// One plan against one catalogue, as of one date.
package struct Check: Sendable {
  package let catalogue: Catalogue
  package let profile: Profile?
  private let embedded: EmbeddedRules
  private let memory: LawMemory
  private let words: FirstUse<WordRules>
  private let criteria: [SharedCriterion]
  /// The same criteria as they are outside the place of the profile.
  private let elsewhere: [SharedCriterion]
  private let vocabulary: PlanVocabulary?
  private let isOwnCatalogue: Bool
  private let reportedLayers: [Framework.Layer]
  private let reviews: [ReviewOfOlderPlans]

  /// - Parameters:
  ///   - profile: a province's rules, to be applied to the catalogue for plans of its place.
  ///   - isOwn: whether the catalogue is the one of the program.
  /// - Throws: `Refusal` when a criterion asks for something that no plan can hold, when the profile does not fit
  ///   the catalogue, and for broken Schematron inside a criterion.
  package init(
    _ catalogue: Catalogue, profile: Profile? = nil, vocabulary: PlanVocabulary, isOwn: Bool = true
  ) throws(Refusal) {
    self.catalogue = if let profile { try catalogue.tightened(by: profile) } else { catalogue }
    self.profile = profile
    self.vocabulary = vocabulary
    isOwnCatalogue = isOwn
    self.catalogue.prepareCitations()
    words = Self.words(of: self.catalogue)
    words.begin()
    try RequirementCheck(isKnown: vocabulary.holds).check(self.catalogue)
    embedded = try EmbeddedRules(self.catalogue)
    memory = LawMemory(self.catalogue)
    criteria = SharedCriterion.all(of: self.catalogue, leftOutBy: profile)
    elsewhere = profile.map { SharedCriterion.all(of: catalogue, outsideThePlaceOf: $0) } ?? criteria
    reportedLayers = self.catalogue.reportedLayers
    reviews = self.catalogue.instruments.flatMap(\.reviews)
  }

  /// A catalogue whose editor is still at work: what its requirements ask for need not exist, and rules
  /// that do not compile decide nothing.
  init(unchecked catalogue: Catalogue) {
    self.catalogue = catalogue
    profile = nil
    vocabulary = nil
    isOwnCatalogue = true
    embedded = (try? EmbeddedRules(catalogue)) ?? .none
    memory = LawMemory(catalogue)
    words = Self.words(of: catalogue)
    criteria = SharedCriterion.all(of: catalogue)
    elsewhere = criteria
    reportedLayers = catalogue.reportedLayers
    reviews = catalogue.instruments.flatMap(\.reviews)
  }

  private static func words(of catalogue: Catalogue) -> FirstUse<WordRules> {
    FirstUse { WordRules(catalogue.wordings) }
  }

  /// The outcome for every criterion of the catalogue.
  /// - Parameters:
  ///   - asOf: the day whose law counts.
  ///   - stage: the stage whose criteria bind; that of the plan unless the caller names another.
  ///   - decisions: answers and waivers that people recorded.
  ///   - call: whether the caller named this plan alone together with them.
  ///   - rules: what a Schematron schema beside the catalogue found in the plan.
  ///   - clock: measures the criteria, if anybody wants to know.
  package func report(
    on plan: MasterPlan, asOf: AsOf, stage: Stage? = nil, decisions: HumanDecisions = .none,
    call: HumanDecisions.Call = .manyPlans,
    rules: ValidationResult? = nil, clock: CriterionClock? = nil
  ) -> GapReport {
    let stageUsed = StageUsed(stage: stage ?? plan.identity.stage, isNamed: stage != nil)
    let words = words.value
    return words.notebooks.use { notebook in
      let facts = Facts(
        plan: plan, catalogue: catalogue, asOf: asOf.date, stage: stageUsed.stage, rules: embedded,
        memory: memory, words: PlanWords(words, notebook))
      return report(facts, asOf, stageUsed, decisions, call, rules, clock)
    }
  }

  private func report(
    _ facts: Facts, _ asOf: AsOf, _ stageUsed: StageUsed, _ decisions: HumanDecisions,
    _ call: HumanDecisions.Call, _ rules: ValidationResult?, _ clock: CriterionClock?
  ) -> GapReport {
    let plan = facts.plan
    let rule = FindingRule(facts)
    let reach = profile.map { ProfileReach($0, for: plan, call: call) }
    let criteria = reach?.isApplied ?? true ? criteria : elsewhere
    var machine: [Finding] =
      if let clock { measuredFindings(rule, of: criteria, by: clock) } else { criteria.map(rule.finding) }
    func factsOfDay(_ day: CalendarDate) -> Facts {
      Facts(
        plan: plan, catalogue: catalogue, asOf: day, stage: stageUsed.stage, rules: embedded, memory: memory,
        words: facts.words)
    }
    if asOf.why == .approvalUnknown {
      machine = UndatedApproval(catalogue, criteria).findings(machine, facts, on: factsOfDay)
    }
    let (findings, unused) = decisions.applied(to: machine, of: plan, asOf: asOf.date, call: call)
    let citations = citations(facts)
    let ofDay = Notices.ofDay(of: plan, reviews, asOf: asOf, machine) { group, day in
      let rule = FindingRule(factsOfDay(day))
      return criteria.filter { $0.criterion.group == group }.map(rule.finding)
    }
    var notices: [Notice] = isOwnCatalogue ? [] : [.otherCatalogue]
    notices += Notices.ofReading(plan)
    notices += Notices.ofEdition(catalogue.edition, on: asOf.date)
    notices += reach?.notices ?? []
    notices += ofDay
    notices += Notices.ofApproval(plan, asOf, citations)
    if let vocabulary {
      notices += Notices.ofKind(plan, vocabulary) + Notices.ofTranscription(plan, vocabulary)
    }
    return GapReport(
      plan: plan, catalogue: catalogue, profile: profile, asOf: asOf, stage: stageUsed,
      findings: findings, unusedDecisions: unused, notices: notices,
      layers: LayerCoverage.table(of: reportedLayers, facts), citations: citations, rules: rules)
  }

  private func measuredFindings(
    _ rule: FindingRule, of criteria: [SharedCriterion], by clock: CriterionClock
  ) -> [Finding] {
    var times: [Int64] = []
    defer { clock.add(times) }
    return criteria.map { criterion in
      let start = ContinuousClock.now
      defer {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        times.append(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
      }
      return rule.finding(for: criterion)
    }
  }

  /// What `requirement` comes to, put in the place of the criterion's own and under its conditions. Asks
  /// neither for verified evidence nor for a basis in force: an example proves the requirement, not the law.
  func verdict(of requirement: Requirement, for criterion: Criterion, _ facts: Facts) -> Verdict {
    switch facts.outcome(of: criterion.applicability) {
    case .doesNotApply: .notApplicable
    case .undecided: .unknown
    case .applies: VerdictLogic.verdict(of: facts.parts(of: requirement)).0
    }
  }

  /// The look-ups of one plan, with the rules of this catalogue.
  func facts(of plan: MasterPlan, asOf: CalendarDate, rules: EmbeddedRules? = nil) -> Facts {
    Facts(
      plan: plan, catalogue: catalogue, asOf: asOf, rules: rules ?? embedded, words: PlanWords(words.value))
  }

  private func citations(_ facts: Facts) -> [LocatedCitation] {
    (facts.legalBases + facts.standards).map { text in
      LocatedCitation(
        printed: text.printed, citation: text.citation, state: text.state,
        isBackground: text.isBackground, evidence: text.evidence)
    }
  }
}
