import Catalogue

extension HasComponent: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let layerIDs = Set(layer.flatMap { facts.layers[$0] }?.compactMap { $0.attribute("id") } ?? [])
    // One type is looked up; several are filtered, so that they stay in the order of the plan.
    let ofType =
      types.count == 1
      ? facts.items("component", in: "architecture", with: types[0], of: "component-type")
      : facts.items("component", in: "architecture").filter { types.contains($0.attribute("type") ?? "") }
    let found = ofType.filter { component in
      (layer == nil || layerIDs.contains(component.attribute("layer") ?? ""))
        && (statuses.isEmpty || statuses.contains(component.attribute("status") ?? ""))
    }
    return facts.dated(found, by: by, in: ["architecture"], requirement)
  }
}
