import Catalogue
import Compliance
import MasterPlan
import Source
import XML

/// What does not change from catalogue to catalogue: the contracts that they are held against.
package struct Contracts: Sendable {
  let catalogueSchema: Schema
  let planSchema: TableSchema
  let vocabulary: PlanVocabulary
  let grammar: PlanGrammar
  /// The words of each list that a requirement may name, by the list's name in `master-plan.xsd`.
  private let words: [String: Set<String>]

  /// - Parameters:
  ///   - catalogue: `catalogue.xsd`.
  ///   - plan: `master-plan.xsd`.
  /// - Throws: `Refusal` when one of them is no schema.
  package init(catalogue: SourceText, plan: SourceText) throws(Refusal) {
    catalogueSchema = try Schema(catalogue, root: "catalogue", namespace: Catalogue.namespace)
    planSchema = try TableSchema(plan, root: "master-plan", namespace: MasterPlan.namespace)
    vocabulary = try PlanVocabulary(plan)
    grammar = try PlanGrammar(plan)
    let lists = Set(UnknownToken.lists.values.joined().map(\.list))
    let vocabulary = vocabulary
    words = Dictionary(
      uniqueKeysWithValues: lists.map { list in
        switch list {
        case "section": (list, Set(vocabulary.sections))
        case "item": (list, RequirementVocabulary.items)
        default: (list, vocabulary.values(of: list))
        }
      })
  }
  func words(in list: String) -> Set<String> { words[list] ?? [] }
}
