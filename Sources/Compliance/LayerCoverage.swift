import Catalogue

/// Whether the plan's architecture has a layer of the reference framework.
package struct LayerCoverage: Sendable {
  package let layer: Framework.Layer
  package let state: PartState
  /// Components that the plan puts into the layer.
  package let components: Int
  package let evidence: Evidence?
}

extension LayerCoverage {
  /// One for each layer, in the order given.
  static func table(of reportedLayers: [Framework.Layer], _ facts: Facts) -> [LayerCoverage] {
    let layers = facts.plan.items("layer", in: "architecture").map {
      (reference: $0.attribute("reference"), id: $0.attribute("id"))
    }
    var components: [String: Int] = [:]
    for component in facts.plan.items("component", in: "architecture") {
      if let layer = component.attribute("layer") { components[layer, default: 0] += 1 }
    }
    return reportedLayers.map { layer in
      let asked = HasLayer(layer.id)
      let part = asked.part(in: facts, of: .facet(asked))
      let ids = Set(layers.filter { $0.reference == layer.id }.compactMap(\.id))
      if layer.kind == .centre, part.state != .holds, let centre = self.centre(facts) {
        return LayerCoverage(
          layer: layer, state: centre.0, components: ids.reduce(0) { $0 + (components[$1] ?? 0) },
          evidence: centre.1)
      }
      return LayerCoverage(
        layer: layer, state: part.state, components: ids.reduce(0) { $0 + (components[$1] ?? 0) },
        evidence: part.evidence.first)
    }
  }

  /// A plan has a section of its own for the centre, whether its architecture draws the centre or not. Nil where that
  /// section tells no more than the architecture does.
  private static func centre(_ facts: Facts) -> (PartState, Evidence?)? {
    let name = "operations-centre"
    guard let section = facts.plan.section(name) else { return nil }
    let isThere = section.items.contains(where: \.isFilledIn) || section.attributes["status"] != nil
    if isThere { return (.holds, Evidence(section, role: .shows)) }
    return facts.areComplete([name]) ? nil : (.unknown, nil)
  }
}
