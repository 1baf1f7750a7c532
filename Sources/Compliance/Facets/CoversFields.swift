import Catalogue

extension CoversFields: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let named = facts.items("field", in: "architecture").filter {
      fields.contains($0.attribute("type") ?? "")
    }
    let reasoned = withReason ? named.filter { $0.given("reason") != nil } : named
    if Set(reasoned.map { $0.attribute("type") }).count >= minimum {
      return Part(requirement, .holds, .stated, reasoned.prefix(3).map { Evidence($0) })
    }
    guard !named.isEmpty else { return facts.absence(of: requirement, in: ["architecture"]) }
    return facts.shortcoming(
      of: requirement, in: ["architecture"],
      reasoned.count < named.count
        ? .withoutDetail(items: named.map(\.text)) : .tooFew(found: named.count, minimum: minimum),
      named.map { Evidence($0) })
  }
}
