import Catalogue
import MasterPlan

// Platforms, databases and centres of the architecture are information systems, each with its security level.
extension Facts {
  private static let typesOfSystems = [
    "integration-platform", "smart-city-platform", "data-warehouse", "database", "spatial-database",
    "gis-platform",
    "data-centre", "security-centre", "operations-centre",
  ]

  /// Those that no system of the security section names.
  func unnamedSystems(besides systems: [Item]) -> [Item] {
    let place = FoldedName(plan.city.name)
    let names = systems.map { FoldedName($0.text, place: place) }
    return items("component", in: "architecture").filter { component in
      guard let type = component.attribute("type"), Self.typesOfSystems.contains(type) else { return false }
      let name = FoldedName(component.text, place: place)
      return !names.contains { $0.names(name) }
    }
  }
}
