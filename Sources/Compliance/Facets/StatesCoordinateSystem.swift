import Catalogue

extension StatesCoordinateSystem: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let named = facts.items("spatial-data", in: "data").filter { $0.given("coordinate-system") != nil }
    let system = SystemInUse(system)
    if let found = named.first(where: { system.isUsed(in: $0.given("coordinate-system") ?? "") }) {
      return Part(requirement, .holds, .stated, [Evidence(found)])
    }
    return facts.absence(of: requirement, in: ["data"], evidence: named.map { Evidence($0) })
  }
}
