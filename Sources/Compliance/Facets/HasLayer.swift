import Catalogue

extension HasLayer: JudgedFacet {
  /// Whether the architecture has the layer, by the reference that its encoder gave.
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let found = facts.layers[layer] ?? []
    return found.isEmpty
      ? facts.absence(of: requirement, in: ["architecture"])
      : Part(requirement, .holds, .stated, found.map { Evidence($0) })
  }
}
