import Catalogue
import MasterPlan
import Source
import XML

/// What does not change from catalogue to catalogue: the contracts that they are held against.
package struct Contracts: Sendable {
  let catalogueSchema: Schema
  let planSchema: TableSchema
  let vocabulary: PlanVocabulary
  let grammar: PlanGrammar
  let places: KnownPlaces
  /// The words of each list that a requirement may name, by the list's name in `master-plan.xsd`.
  private let words: [String: Set<String>]

  /// - Parameters:
  ///   - catalogue: `catalogue.xsd`.
  ///   - plan: `master-plan.xsd`.
  ///   - places: the table of provinces and cities.
  /// - Throws: `Refusal` when one of them is no schema.
  package init(catalogue: SourceText, plan: SourceText, places: SourceText) throws(Refusal) {
    catalogueSchema = try Schema(catalogue, root: "catalogue", namespace: Catalogue.namespace)
    self.places = KnownPlaces(places)
    let contract = try Document(plan)
    planSchema = try TableSchema(contract, root: "master-plan", namespace: MasterPlan.namespace)
    vocabulary = PlanVocabulary(contract)
    grammar = PlanGrammar(contract)
    let vocabulary = vocabulary
    words = Dictionary(
      uniqueKeysWithValues: UnknownToken.lists.map { list in
        switch list {
        case FacetAttribute.sections: (list, Set(vocabulary.sections))
        case FacetAttribute.items: (list, Gives.items)
        default: (list, vocabulary.values(of: list))
        }
      })
  }

  func words(in list: String) -> Set<String> { words[list] ?? [] }
}
