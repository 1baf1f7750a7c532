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
      return LayerCoverage(
        layer: layer, state: part.state, components: ids.reduce(0) { $0 + (components[$1] ?? 0) },
        evidence: part.evidence.first)
    }
  }
}
