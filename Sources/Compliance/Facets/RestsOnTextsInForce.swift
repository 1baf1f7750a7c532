import Catalogue

extension RestsOnTextsInForce: JudgedFacet {
  /// Looks at legal bases and at the standards applied: both are texts that a plan rests on.
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let replaced = (facts.printedBases + facts.standards).filter { $0.state?.isOver ?? false }
    guard replaced.isEmpty else {
      let states = replaced.compactMap { text in text.state.flatMap { text.stated($0) } }
      return Part(requirement, .fails, .restsOnReplaced(states), replaced.map(\.evidence))
    }
    guard !facts.bases.isEmpty else { return facts.absence(of: requirement, in: [Facts.basesSection]) }
    let partial = Facts.textSections.filter { facts.plan.coverage(of: $0) == .partial }
    guard partial.isEmpty else { return Part(requirement, .unknown, .notTranscribed(sections: partial)) }
    guard facts.bases.contains(where: { $0.state != nil }) else {
      return Part(requirement, .unknown, .nothingResolved)
    }
    let open = (facts.printedBases + facts.standards).filter { text in
      text.isUnreadable || text.candidates.contains { facts.state(of: $0)?.isOver ?? false }
    }
    guard open.isEmpty else {
      let candidates = open.flatMap(\.candidates)
      return Part(requirement, .unknown, .ambiguous(candidates: candidates), open.map(\.evidence))
    }
    return facts.silence(of: requirement, in: Facts.textSections, shownBy: Facts.basesSection)
  }
}
