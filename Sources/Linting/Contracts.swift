import Catalogue
import MasterPlan
import XML

/// What does not change from catalogue to catalogue: the contracts that they are held against.
public struct Contracts: Sendable {
  let catalogueSchema: Schema
  let planSchema: Schema
  let vocabulary: PlanVocabulary
  let grammar: PlanGrammar

  /// - Parameters:
  ///   - catalogue: `catalogue.xsd`.
  ///   - plan: `master-plan.xsd`.
  /// - Throws: `Refusal` when one of them is no schema.
  public init(catalogue: SourceText, plan: SourceText) throws(Refusal) {
    catalogueSchema = try Schema(catalogue, root: "catalogue", namespace: Catalogue.namespace)
    planSchema = try Schema(plan, root: "master-plan", namespace: MasterPlan.namespace)
    vocabulary = try PlanVocabulary(plan)
    grammar = try PlanGrammar(plan)
  }
}
