import Source

/// Checks that requirements speak of things that a plan can hold. A misspelt section or topic would be
/// a criterion that silently never matches; here it is a fault of the catalogue. The words of plans are
/// brought by those who hold catalogues against plans: the catalogue does not know them.
package struct RequirementCheck {
  private let isKnown: (_ token: String, _ list: String) -> Bool

  /// - Parameter isKnown: whether a list of `master-plan.xsd` has a token.
  package init(isKnown: @escaping (_ token: String, _ list: String) -> Bool) {
    self.isKnown = isKnown
  }

  package func check(_ catalogue: Catalogue) throws(Refusal) {
    for criterion in catalogue.criteria {
      let conditions = criterion.applicability
      var tokens = criterion.requirement?.tokens ?? []
      tokens += conditions.planKinds.map { ($0, "plan-kind") }
      tokens += conditions.cityLevels.map { ($0, "city-level") }
      tokens += conditions.urbanClasses.map { ($0, "urban-class") }
      tokens += conditions.stages.map { ($0, "stage") }
      tokens += conditions.regions.map { ($0, "region") }
      tokens += conditions.presences.flatMap {
        $0.sections.map { ($0, FacetAttribute.sections) } + $0.topics.map { ($0, "topic") }
      }
      tokens += conditions.aimsAtLevel.map { [($0, "maturity-level")] } ?? []
      if criterion.requirement?.isEmpty ?? false { throw fault(criterion, .emptyRequirement) }
      for (token, list) in tokens where !exists(token, in: list) {
        throw fault(criterion, .unknownToken(token, list: list))
      }
      for (id, kind) in criterion.requirement?.references ?? [] where !exists(id, kind, catalogue) {
        throw fault(criterion, .danglingReference(to: id, expected: kind.rawValue))
      }
    }
  }

  private func fault(_ criterion: Criterion, _ cause: CatalogueFault) -> Refusal {
    Refusal(
      source: criterion.origin.file, line: criterion.origin.line, entry: criterion.id, cause: cause)
  }

  private func exists(_ token: String, in list: String) -> Bool {
    list == FacetAttribute.items ? Gives.items.contains(token) : isKnown(token, list)
  }

  private func exists(_ id: String, _ kind: ReferenceKind, _ catalogue: Catalogue) -> Bool {
    switch kind {
    case .instrument: catalogue.instrument(id) != nil
    case .standard: catalogue.standard(id) != nil
    case .framework: catalogue.framework(id) != nil
    case .layer: catalogue.layer(id) != nil
    }
  }
}
