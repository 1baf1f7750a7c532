import Catalogue

extension SelfAssessesMaturity: JudgedFacet {
  /// No plan proves a recognised level.
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let levels = facts.items("present-level", in: "maturity")
    // A remark in brackets takes no claim back.
    let printed = facts.plan.items("present-level", in: "maturity")
    if let claimed = printed.first(where: { $0.attribute("claim") == "recognised" && $0.isWritten }) {
      return Part(requirement, .fails, .contradicted, [Evidence(claimed)])
    }
    if let stated = levels.first { return Part(requirement, .holds, .stated, [Evidence(stated)]) }
    return facts.silence(of: requirement, in: ["maturity"])
  }
}
