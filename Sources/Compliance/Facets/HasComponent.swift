import Catalogue
import MasterPlan
import Source

// Facet `has-component`.
extension Facts {
  func hasComponent(
    _ types: [String], _ layer: String?, _ statuses: [String], _ by: CalendarDate?,
    _ requirement: Requirement
  ) -> Part {
    let layerIDs = Set(layer.flatMap { layers[$0] }?.compactMap { $0.attribute("id") } ?? [])
    // One type is looked up; several are filtered, so that they stay in the order of the plan.
    let ofType =
      types.count == 1
      ? items("component", in: "architecture", with: types[0], of: "component-type")
      : items("component", in: "architecture").filter { types.contains($0.attribute("type") ?? "") }
    let found = ofType.filter { component in
      (layer == nil || layerIDs.contains(component.attribute("layer") ?? ""))
        && (statuses.isEmpty || statuses.contains(component.attribute("status") ?? ""))
    }
    return dated(found, by: by, in: ["architecture"], requirement)
  }

  /// Holds if one of the items is there and, where a limit is given, dated within it.
  func dated(
    _ found: [Item], by limit: CalendarDate?, in sections: [String], _ requirement: Requirement
  ) -> Part {
    guard let first = found.first else { return absence(of: requirement, in: sections) }
    guard let limit else { return Part(requirement, .holds, .stated, [Evidence(first)]) }
    if let timely = found.first(where: {
      $0.attribute("status") == "existing" || $0.date("by").map { $0 <= limit } ?? false
    }) {
      return Part(requirement, .holds, .stated, [Evidence(timely)])
    }
    let reason =
      found.compactMap { $0.date("by") }.min().map { PartReason.late(stated: $0, limit: limit) }
      ?? .undated(limit: limit)
    return shortcoming(of: requirement, in: sections, reason, [Evidence(first)])
  }
}
