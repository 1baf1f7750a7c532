import Catalogue

extension StatesCoordinateSystem: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let named = facts.items("spatial-data", in: "data").filter {
      $0.attribute("coordinate-system").map(facts.words.isGiven) ?? false
    }
    let system = SystemInUse(system)
    if let found = named.first(where: { system.isUsed(in: $0.attribute("coordinate-system") ?? "") }) {
      return Part(requirement, .holds, .stated, [Evidence(found)])
    }
    return facts.absence(of: requirement, in: ["data"], evidence: named.map { Evidence($0) })
  }
}
