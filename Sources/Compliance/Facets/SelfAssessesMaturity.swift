import Catalogue

// Facet `self-assesses-maturity`: no plan proves a recognised level.
extension Facts {
  func selfAssessesMaturity(_ requirement: Requirement) -> Part {
    let levels = items("present-level", in: "maturity")
    if let claimed = levels.first(where: { $0.attribute("claim") == "recognised" }) {
      return Part(requirement, .fails, .contradicted, [Evidence(claimed)])
    }
    if let stated = levels.first { return Part(requirement, .holds, .stated, [Evidence(stated)]) }
    return silence(of: requirement, in: ["maturity"])
  }
}
