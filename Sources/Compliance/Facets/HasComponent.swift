import Catalogue
import MasterPlan

extension HasComponent: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let sections = ["architecture"]
    let inLayer = layer.map { facts.layer($0) }
    let ids = Set(inLayer?.shown.compactMap { $0.item.attribute("id") } ?? [])
    var contradiction: (item: Item, Contradiction)?
    func fits(_ component: Item) -> Bool {
      guard layer == nil || ids.contains(component.attribute("layer") ?? "") else { return false }
      guard !statuses.isEmpty else { return true }
      guard statuses.contains(component.attribute("status") ?? "") else { return false }
      guard let found = facts.statusContradiction(of: component) else { return true }
      contradiction = contradiction ?? (component, found)
      return false
    }
    // One type is looked up; several are filtered, so that they stay in the order of the plan.
    let ofType =
      types.count == 1
      ? facts.labelled("component", in: "architecture", with: types[0], of: "component-type")
      : facts.plan.items("component", in: "architecture").filter {
        types.contains($0.attribute("type") ?? "")
      }
    var claimed = facts.claimed(
      ofType.filter(fits).map { ($0, Self.key($0.attribute("type") ?? "")) })
    if claimed.shown.isEmpty, let contradiction {
      return Part(requirement, .unknown, .wordsContradict(contradiction.1), [Evidence(contradiction.item)])
    }
    // Whether a component stands in the layer is open where the layer is.
    if let inLayer, inLayer.shown.isEmpty, !ofType.isEmpty { claimed.open += inLayer.open }
    return facts.shown(
      types.map(Self.key), claimed, others: { others(in: facts).filter(fits) }, by: by, in: sections,
      requirement)
  }

  private static func key(_ type: String) -> WordingKey { WordingKey(list: "component-type", token: type) }

  /// Components with another label and, where no layer is asked for, statements of the architecture.
  private func others(in facts: Facts) -> [Item] {
    let components = facts.plan.items("component", in: "architecture")
    return layer == nil ? components + facts.plan.items("statement", in: "architecture") : components
  }
}
