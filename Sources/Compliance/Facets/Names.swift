import Catalogue

// Facets `names-body` and `names-participants`.
extension Facts {
  func namesBody(_ role: String, _ withDecision: Bool, _ requirement: Requirement) -> Part {
    let sections = ["governance", "identity"]
    let bodies = sections.flatMap { items("body", in: $0, with: role, of: "body-role") }
    guard let first = bodies.first else { return absence(of: requirement, in: sections) }
    guard withDecision else { return Part(requirement, .holds, .stated, [Evidence(first)]) }
    if let decided = bodies.first(where: { $0.given("decision")?.contains(where: \.isNumber) ?? false }) {
      return Part(requirement, .holds, .stated, [Evidence(decided)])
    }
    return shortcoming(
      of: requirement, in: sections, .withoutDetail(items: bodies.map(\.text)),
      bodies.map { Evidence($0) })
  }

  func namesParticipant(_ type: String, _ requirement: Requirement) -> Part {
    let found = items("participant", in: "participation", with: type, of: "participant-type")
    return dated(found, by: nil, in: ["participation"], requirement)
  }
}
