import Catalogue

extension NamesBody: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let sections = ["governance", "identity"]
    let bodies = sections.flatMap { facts.items("body", in: $0, with: role, of: "body-role") }
    guard let first = bodies.first else { return facts.absence(of: requirement, in: sections) }
    guard withDecision else { return Part(requirement, .holds, .stated, [Evidence(first)]) }
    if let decided = bodies.first(where: { $0.given("decision").map(InstrumentKinds.namesDecision) ?? false })
    {
      return Part(requirement, .holds, .stated, [Evidence(decided)])
    }
    return facts.shortcoming(
      of: requirement, in: sections, .withoutDetail(items: bodies.map(\.text)),
      bodies.map { Evidence($0) })
  }
}
