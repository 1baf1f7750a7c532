import Catalogue

// Facet `applies-standards`.
extension Facts {
  func appliesStandards(_ ids: [String], _ minimum: Int, _ requirement: Requirement) -> Part {
    let printed = appliedStandards
    let applied = printed.filter { text in
      guard case .entry(let id) = text.citation, catalogue.standard(id) != nil else { return false }
      return (ids.isEmpty || ids.contains(id)) && !(text.state?.isOver ?? false)
    }
    let distinct = Set(applied.map(\.citation))
    if distinct.count >= minimum {
      return Part(requirement, .holds, .stated, applied.prefix(3).map(\.evidence))
    }
    if let open = printed.first(where: { text in text.candidates.contains { wouldCount($0, ids) } }) {
      return Part(requirement, .unknown, .ambiguous(candidates: open.candidates), [open.evidence])
    }
    let sections = ["standards-applied", "architecture"]
    return distinct.isEmpty
      ? absence(of: requirement, in: sections)
      : shortcoming(
        of: requirement, in: sections, .tooFew(found: distinct.count, minimum: minimum),
        applied.map(\.evidence))
  }

  /// Whether the entry, if it is what a print means, would be one of those asked for.
  private func wouldCount(_ id: String, _ ids: [String]) -> Bool {
    catalogue.standard(id) != nil && (ids.isEmpty || ids.contains(id)) && !(state(of: id)?.isOver ?? false)
  }
}
