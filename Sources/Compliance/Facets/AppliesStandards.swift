import Catalogue
import MasterPlan

// Facet `applies-standards`.
extension Facts {
  func appliesStandards(_ ids: [String], _ minimum: Int, _ requirement: Requirement) -> Part {
    let applied = standards.filter { text in
      guard case .entry(let id) = text.citation, catalogue.standard(id) != nil else { return false }
      return (ids.isEmpty || ids.contains(id)) && !(text.state?.isOver ?? false)
    }
    let distinct = Set(applied.map(\.citation))
    if distinct.count >= minimum {
      return Part(requirement, .holds, .stated, applied.prefix(3).map(\.evidence))
    }
    if let open = standards.first(where: { text in
      text.candidates.contains { ids.isEmpty || ids.contains($0) }
    }) {
      return Part(requirement, .unknown, .ambiguous(candidates: open.candidates), [open.evidence])
    }
    let sections = ["standards-applied", "architecture"]
    return distinct.isEmpty
      ? absence(of: requirement, in: sections)
      : shortcoming(
        of: requirement, in: sections, .tooFew(found: distinct.count, minimum: minimum),
        applied.map(\.evidence))
  }
}
