import Catalogue

extension StatesCoordinateSystem: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let named = facts.items("spatial-data", in: "data").filter {
      $0.attribute("coordinate-system").map(facts.words.isGiven) ?? false
    }
    let sought = bare(system)
    if let found = named.first(where: { bare($0.attribute("coordinate-system") ?? "").namesSystem(sought) }) {
      return Part(requirement, .holds, .stated, [Evidence(found)])
    }
    return facts.absence(of: requirement, in: ["data"], evidence: named.map { Evidence($0) })
  }
}

extension String {
  /// Whether the print names the system, and does not say that it is not used. Both sides are bare.
  fileprivate func namesSystem(_ name: String) -> Bool {
    contains(name) && !contains("không") && !contains("chưa")
  }
}
