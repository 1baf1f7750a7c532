import Catalogue

extension BasesArchitectureOn: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    if let unavailable = facts.notAsked(instrument, requirement) { return unavailable }
    let printed = facts.items("ict-architecture", in: "architecture").flatMap { $0.children("based-on") }
    let texts = printed.filter(facts.words.isSaid).flatMap { facts.cited($0) }
    return facts.cited(instrument, among: texts, in: "architecture", requirement)
  }
}
