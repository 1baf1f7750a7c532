import Catalogue

extension CitesNoFutureText: JudgedFacet {
  /// A citation of what was not there yet is a slip of the pen, or shows that the plan was changed
  /// after its date.
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let ownLaw = facts.law(on: facts.plan.identity.date ?? facts.asOf)
    let future = (facts.legalBases + facts.standards).compactMap { text -> (CitationState, Evidence)? in
      guard case .entry(let id) = text.citation,
        let state = ownLaw.state(of: id), state.isStillToCome
      else { return nil }
      return text.stated(state).map { ($0, text.evidence) }
    }
    guard future.isEmpty else {
      return Part(requirement, .fails, .citesFuture(future.map(\.0)), future.map(\.1))
    }
    if facts.legalBases.isEmpty, facts.plan.coverage(of: Facts.basesSection) == .complete {
      return facts.absence(of: requirement, in: [Facts.basesSection])
    }
    return facts.silence(of: requirement, in: Facts.textSections, shownBy: Facts.basesSection)
  }
}
