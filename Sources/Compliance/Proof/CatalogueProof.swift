import Catalogue
import MasterPlan
import Source
import XML

/// What a catalogue's examples prove of its criteria.
package struct CatalogueProof: Sendable {
  package let criteria: [CriterionProof]
  /// Examples of criteria that the catalogue does not have.
  package let strays: [CriterionExample]

  package var isComplete: Bool { strays.isEmpty && criteria.allSatisfy(\.isComplete) }
}

/// What the examples of one criterion prove.
package struct CriterionProof: Sendable {
  package let criterion: Criterion
  package let outcomes: [ExampleOutcome]
  /// How many ways of breaking the requirement were tried.
  package let mutations: Int
  /// Those that no example noticed.
  package let survivors: [RequirementMutation]

  /// Whether a machine judges the criterion, so that it can be proved.
  package var isProvable: Bool { criterion.requirement != nil }
  package var accepts: Bool { outcomes.contains { $0.holds && $0.expected == .met } }
  package var rejects: Bool { outcomes.contains { $0.holds && $0.expected.isGap } }

  package var isComplete: Bool {
    !isProvable && outcomes.isEmpty
      || isProvable && accepts && rejects && survivors.isEmpty && outcomes.allSatisfy(\.holds)
  }
}

/// One example, and what it came to.
package struct ExampleOutcome: Sendable {
  /// Nil for the sample of the criterion's own remedy.
  package let example: CriterionExample?
  package let expected: Verdict
  package let found: Verdict?
  /// What the requirement comes to part by part.
  package let parts: [Part]
  /// Why the example is no valid plan.
  package let refusal: Refusal?

  package var holds: Bool { found == expected }
}

extension Check {
  /// Proves every criterion on its examples and on the sample of its remedy, and breaks each requirement
  /// in every place to see that an example notices.
  /// - Parameters:
  ///   - examples: those of the catalogue.
  ///   - schema: `master-plan.xsd`.
  ///   - only: the criteria that are proved; empty for all.
  package func proof(
    by examples: [CriterionExample], schema: TableSchema, vocabulary: PlanVocabulary, only: Set<String> = []
  ) -> CatalogueProof {
    let byCriterion = Dictionary(grouping: examples, by: \.criterion)
    let mutator = RequirementMutator(catalogue: catalogue, vocabulary: vocabulary)
    return CatalogueProof(
      criteria: catalogue.criteria.filter { only.isEmpty || only.contains($0.id) }.map {
        proof(of: $0, by: byCriterion[$0.id] ?? [], ExamplePlan(schema: schema), mutator)
      },
      strays: examples.filter { catalogue.criterion($0.criterion) == nil })
  }

  private struct Trial {
    let plan: MasterPlan
    let facts: Facts
    let asOf: CalendarDate
    let expected: Verdict
  }

  private func proof(
    of criterion: Criterion, by examples: [CriterionExample], _ plans: ExamplePlan,
    _ mutator: RequirementMutator
  ) -> CriterionProof {
    var outcomes: [ExampleOutcome] = []
    var trials: [Trial] = []
    func attempt(
      _ example: CriterionExample?, _ expected: Verdict, _ plan: () throws(Refusal) -> MasterPlan
    ) {
      let asOf = example?.asOf ?? catalogue.edition.date
      do throws(Refusal) {
        let plan = try plan()
        let facts = facts(of: plan, asOf: asOf)
        let isLaw = isLaw(criterion, facts)
        let found = criterion.requirement.map {
          isLaw ? verdict(of: $0, for: criterion, facts) : .notApplicable
        }
        outcomes.append(
          ExampleOutcome(
            example: example, expected: expected, found: found,
            parts: isLaw ? criterion.requirement.map { facts.parts(of: $0) } ?? [] : [], refusal: nil))
        // Where the criterion is no law, no requirement of it would be judged: a broken one is not noticed either.
        if isLaw { trials.append(Trial(plan: plan, facts: facts, asOf: asOf, expected: expected)) }
      } catch {
        outcomes.append(
          ExampleOutcome(example: example, expected: expected, found: nil, parts: [], refusal: error))
      }
    }
    if criterion.requirement != nil, let sample = criterion.remedy?.snippet {
      attempt(nil, .met) { () throws(Refusal) in
        try plans.plan(
          withSample: sample, of: criterion, named: "\(criterion.origin.file)#\(criterion.id)")
      }
    }
    for example in examples {
      attempt(example, Verdict(rawValue: example.expected) ?? .met) { () throws(Refusal) in
        try plans.plan(
          around: example.sections, for: criterion, settings: example.settings,
          named: "\(example.origin.file):\(example.origin.line)")
      }
    }
    let mutations = criterion.requirement.map(mutator.mutations) ?? []
    let survivors = mutations.filter { !isNoticed($0, of: criterion, by: trials) }
    return CriterionProof(
      criterion: criterion, outcomes: outcomes, mutations: mutations.count, survivors: survivors)
  }

  /// Whether a basis is in force on the day of an example, without which a criterion judges no plan.
  private func isLaw(_ criterion: Criterion, _ facts: Facts) -> Bool {
    criterion.ownRule != nil
      || criterion.bases.contains { facts.state(of: $0.instrument)?.isInForce ?? false }
  }

  /// An engine error in broken rules is no notice: the rules must come to another verdict.
  private func isNoticed(
    _ mutation: RequirementMutation, of criterion: Criterion, by trials: [Trial]
  ) -> Bool {
    let isEmbedded = if case .silenced = mutation.kind { true } else { false }
    guard isEmbedded else {
      return trials.contains {
        verdict(of: mutation.requirement, for: criterion, $0.facts) != $0.expected
      }
    }
    guard let rules = try? EmbeddedRules(mutation.requirement) else { return false }
    return trials.contains {
      let facts = facts(of: $0.plan, asOf: $0.asOf, rules: rules)
      return verdict(of: mutation.requirement, for: criterion, facts) != $0.expected
    }
  }
}
