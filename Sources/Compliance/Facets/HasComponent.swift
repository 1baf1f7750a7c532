import Catalogue
import MasterPlan
import XML

// Facet `has-component`.
extension Facts {
  func hasComponent(
    _ types: [String], _ layer: String?, _ statuses: [String], _ by: CalendarDate?,
    _ requirement: Requirement
  ) -> Part {
    let layers = items("layer", in: "architecture").filter { $0.attribute("reference") == layer }
    let layerIDs = Set(layers.compactMap { $0.attribute("id") })
    let found = items("component", in: "architecture").filter { component in
      types.contains(component.attribute("type") ?? "")
        && (layer == nil || layerIDs.contains(component.attribute("layer") ?? ""))
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
