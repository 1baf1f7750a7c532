import Catalogue

extension AppliesStandards: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let printed = facts.appliedStandards
    let applied = printed.filter { text in
      guard case .entry(let id) = text.citation, facts.catalogue.standard(id) != nil else { return false }
      return isListed(id) && !(text.state?.isOver ?? false)
    }
    let distinct = Set(applied.map(\.citation))
    if distinct.count >= minimum {
      return Part(requirement, .holds, .stated, applied.prefix(3).map(\.evidence))
    }
    if let open = printed.first(where: { text in text.candidates.contains { wouldCount($0, facts) } }) {
      return Part(requirement, .unknown, .ambiguous(candidates: open.candidates), [open.evidence])
    }
    let sections = ["standards-applied", "architecture"]
    return distinct.isEmpty
      ? facts.absence(of: requirement, in: sections)
      : facts.shortcoming(
        of: requirement, in: sections, .tooFew(found: distinct.count, minimum: minimum),
        applied.map(\.evidence))
  }

  private func isListed(_ id: String) -> Bool { standards.isEmpty || standards.contains(id) }

  /// Whether the entry, if it is what a print means, would be one of those asked for.
  private func wouldCount(_ id: String, _ facts: Facts) -> Bool {
    facts.catalogue.standard(id) != nil && isListed(id) && !(facts.state(of: id)?.isOver ?? false)
  }
}
