import Catalogue
import MasterPlan

extension HasLayer: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let claimed = facts.layer(layer)
    guard claimed.shown.isEmpty else {
      return Part(requirement, .holds, .stated, claimed.shown.map(\.evidence))
    }
    // Layers with another label, then sentences that name the layer.
    let key = WordingKey(list: WordingKey.layers, token: layer)
    return facts.shown(
      [key], claimed,
      others: {
        facts.plan.items("layer", in: "architecture") + facts.plan.items("statement", in: "architecture")
      }, by: nil, in: ["architecture"], requirement)
  }
}

extension Facts {
  /// The layers of the architecture that are labelled as this one of a framework.
  func layer(_ id: String) -> Claimed {
    let labelled = plan.items("layer", in: "architecture").filter { $0.attribute("reference") == id }
    return claimed(labelled, of: WordingKey(list: WordingKey.layers, token: id))
  }
}
