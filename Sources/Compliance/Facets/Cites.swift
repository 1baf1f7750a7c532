import Catalogue

// Facets about legal bases: `cites`, `cites-no-longer`, `rests-on-texts-in-force`,
// `bases-architecture-on`.
extension Facts {
  private static let section = "legal-bases"
  /// Where a plan names texts; components of the architecture apply standards too.
  private static let textSections = [section, "standards-applied", "architecture"]

  func cites(_ id: String, _ requirement: Requirement) -> Part {
    if let unavailable = notAsked(id, requirement) { return unavailable }
    return cited(id, among: bases, in: Self.section, requirement)
  }

  func basesArchitectureOn(_ id: String, _ requirement: Requirement) -> Part {
    if let unavailable = notAsked(id, requirement) { return unavailable }
    let printed = items("ict-architecture", in: "architecture").flatMap { $0.children("based-on") }
    let texts = printed.filter(\.isFilledIn).map { self.cited($0) }
    return cited(id, among: texts, in: "architecture", requirement)
  }

  /// A plan cannot be asked to cite a text that was not in force.
  private func notAsked(_ id: String, _ requirement: Requirement) -> Part? {
    guard let state = state(of: id), !state.isInForce else { return nil }
    return Part(requirement, .notAsked, .textNotInForce(instrument: id, state: state))
  }

  private func cited(
    _ id: String, among texts: [CitedText], in section: String, _ requirement: Requirement
  ) -> Part {
    if let found = texts.first(where: { $0.isOf(id) }) {
      return Part(requirement, .holds, .stated, [found.evidence])
    }
    if let doubtful = texts.first(where: { $0.mayBe(id) }) {
      return Part(requirement, .unknown, .ambiguous(candidates: [id]), [doubtful.evidence])
    }
    return absence(of: requirement, in: [section])
  }

  func citesNoLonger(_ id: String, _ requirement: Requirement) -> Part {
    let state = state(of: id) ?? .undated
    guard state.isOver else {
      return Part(requirement, .notAsked, .textNotInForce(instrument: id, state: state))
    }
    if let found = printedBases.first(where: { $0.isOf(id) }) {
      let replaced = CitationState(printed: found.printed, id: id, state: state)
      return Part(requirement, .fails, .restsOnReplaced([replaced]), [found.evidence])
    }
    if let doubtful = printedBases.first(where: { $0.mayBe(id) }) {
      return Part(requirement, .unknown, .ambiguous(candidates: [id]), [doubtful.evidence])
    }
    return silence(of: requirement, in: [Self.section], shownBy: Self.section)
  }

  /// Looks at legal bases and at the standards applied: both are texts that a plan rests on.
  func restsOnTextsInForce(_ requirement: Requirement) -> Part {
    let replaced = (printedBases + standards).filter { $0.state?.isOver ?? false }
    guard replaced.isEmpty else {
      let states = replaced.compactMap { text in text.state.flatMap { text.stated($0) } }
      return Part(requirement, .fails, .restsOnReplaced(states), replaced.map(\.evidence))
    }
    guard !bases.isEmpty else { return absence(of: requirement, in: [Self.section]) }
    let partial = Self.textSections.filter { plan.coverage(of: $0) == .partial }
    guard partial.isEmpty else { return Part(requirement, .unknown, .notTranscribed(sections: partial)) }
    guard bases.contains(where: { $0.state != nil }) else {
      return Part(requirement, .unknown, .nothingResolved)
    }
    let open = (printedBases + standards).filter { text in
      text.candidates.contains { state(of: $0)?.isOver ?? false }
    }
    guard open.isEmpty else {
      let candidates = open.flatMap(\.candidates)
      return Part(requirement, .unknown, .ambiguous(candidates: candidates), open.map(\.evidence))
    }
    return silence(of: requirement, in: Self.textSections, shownBy: Self.section)
  }

  /// A citation of what was not there yet is a slip of the pen, or shows that the plan was changed
  /// after its date.
  func citesNoFutureText(_ requirement: Requirement) -> Part {
    let ownLaw = law(on: plan.identity.date ?? asOf)
    let future = (legalBases + standards).compactMap { text -> (CitationState, Evidence)? in
      guard case .entry(let id) = text.citation,
        let state = ownLaw.state(of: id), state.isStillToCome
      else { return nil }
      return text.stated(state).map { ($0, text.evidence) }
    }
    guard future.isEmpty else {
      return Part(requirement, .fails, .citesFuture(future.map(\.0)), future.map(\.1))
    }
    if legalBases.isEmpty, plan.coverage(of: Self.section) == .complete {
      return absence(of: requirement, in: [Self.section])
    }
    return silence(of: requirement, in: Self.textSections, shownBy: Self.section)
  }
}
