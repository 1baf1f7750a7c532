import Catalogue

extension CitesNoLonger: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let state = facts.state(of: instrument) ?? .undated
    guard state.isOver else {
      return Part(requirement, .notAsked, .textNotInForce(instrument: instrument, state: state))
    }
    if let found = facts.printedBases.first(where: { $0.isOf(instrument) }) {
      let replaced = CitationState(printed: found.printed, id: instrument, state: state)
      return Part(requirement, .fails, .restsOnReplaced([replaced]), [found.evidence])
    }
    if let doubtful = facts.printedBases.first(where: { $0.mayBe(instrument) }) {
      return Part(requirement, .unknown, .ambiguous(candidates: [instrument]), [doubtful.evidence])
    }
    if let unreadable = facts.printedBases.first(where: \.isUnreadable) {
      return Part(requirement, .unknown, .unreadable, [unreadable.evidence])
    }
    return facts.silence(of: requirement, in: [Facts.basesSection], shownBy: Facts.basesSection)
  }
}
