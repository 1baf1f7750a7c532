import Catalogue

extension NamesParticipants: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let found = facts.items("participant", in: "participation", with: type, of: "participant-type")
    return facts.dated(found, by: nil, in: ["participation"], requirement)
  }
}
