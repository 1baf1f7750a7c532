import Catalogue

extension States: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    guard let topic else { return hasContent(facts, requirement) }
    let key = WordingKey(list: WordingKey.topics, token: topic)
    let claimed = facts.claimed(facts.items(about: topic, in: sections), of: key)
    return facts.shown(
      claimed, by: by, in: sections, requirement,
      unlabelled: { facts.spoken(key, in: sections, besides: claimed) },
      unreadable: { facts.unreadable(in: sections) })
  }

  /// A section has content if an item of it says something, or if it carries figures of its own, as finance does with
  /// its total.
  private func hasContent(_ facts: Facts, _ requirement: Requirement) -> Part {
    let held = sections.compactMap { facts.plan.section($0) }
    let items = held.lazy.flatMap(\.items).filter(facts.words.isSaid)
    guard by == nil else { return facts.dated(Array(items), by: by, in: sections, requirement) }
    if let first = items.first(where: { _ in true }) {
      return Part(requirement, .holds, .stated, [Evidence(first)])
    }
    let descriptive: Set<String> = ["coverage", "clause", "at", "note"]
    if let section = held.first(where: { !$0.attributes.keys.allSatisfy(descriptive.contains) }) {
      return Part(requirement, .holds, .stated, [Evidence(section, role: .shows)])
    }
    return facts.absence(of: requirement, in: sections)
  }
}
