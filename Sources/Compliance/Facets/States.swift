import Catalogue

extension States: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    guard let topic else { return hasContent(facts, requirement) }
    return facts.dated(facts.items(about: topic, in: sections), by: by, in: sections, requirement)
  }

  /// A section has content if an item of it is filled in, or if it carries figures of its own, as
  /// finance does with its total.
  private func hasContent(_ facts: Facts, _ requirement: Requirement) -> Part {
    let held = sections.compactMap { facts.plan.section($0) }
    let items = held.flatMap(\.items).filter(\.isFilledIn)
    let descriptive: Set<String> = ["coverage", "clause", "note"]
    if items.isEmpty, by == nil,
      let section = held.first(where: { !$0.attributes.keys.allSatisfy(descriptive.contains) })
    {
      return Part(requirement, .holds, .stated, [Evidence(section, role: .shows)])
    }
    return facts.dated(items, by: by, in: sections, requirement)
  }
}
