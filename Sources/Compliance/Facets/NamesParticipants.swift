import Catalogue

extension NamesParticipants: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let key = WordingKey(list: "participant-type", token: type)
    let claimed = facts.claimed(
      facts.labelled("participant", in: "participation", with: type, of: "participant-type"), of: key)
    return facts.shown(
      [key], claimed,
      others: {
        facts.plan.items("participant", in: "participation")
          + facts.plan.items("statement", in: "participation")
      }, by: nil, in: ["participation"], requirement)
  }
}
