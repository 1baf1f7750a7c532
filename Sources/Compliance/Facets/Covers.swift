import Catalogue

// Facets `covers-layers` and `covers-fields`.
extension Facts {
  /// One part for each layer of the kind, from top to bottom.
  func layers(of framework: String, _ kind: Framework.Layer.Kind) -> [Part] {
    let layers = catalogue.framework(framework)?.layers.filter { $0.kind == kind } ?? []
    return layers.sorted { $0.order < $1.order }.map { layer in
      let requirement = Requirement.hasComponent(types: [], layer: layer.id, statuses: [], by: nil)
      return covers(layer.id, requirement)
    }
  }

  /// Whether the architecture has the layer, by the reference that its encoder gave.
  func covers(_ layer: String, _ requirement: Requirement) -> Part {
    let found = layers[layer] ?? []
    return found.isEmpty
      ? absence(of: requirement, in: ["architecture"])
      : Part(requirement, .holds, .stated, found.map { Evidence($0) })
  }

  func coversFields(
    _ fields: [String], _ minimum: Int, _ withReason: Bool, _ requirement: Requirement
  ) -> Part {
    let named = items("field", in: "architecture").filter { fields.contains($0.attribute("type") ?? "") }
    let reasoned = withReason ? named.filter { $0.given("reason") != nil } : named
    if Set(reasoned.map { $0.attribute("type") }).count >= minimum {
      return Part(requirement, .holds, .stated, reasoned.prefix(3).map { Evidence($0) })
    }
    guard !named.isEmpty else { return absence(of: requirement, in: ["architecture"]) }
    return shortcoming(
      of: requirement, in: ["architecture"],
      reasoned.count < named.count
        ? .withoutDetail(items: named.map(\.text)) : .tooFew(found: named.count, minimum: minimum),
      named.map { Evidence($0) })
  }
}
