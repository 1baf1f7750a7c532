import Catalogue

extension Avoids: JudgedFacet {
  /// Sections that describe, and intend nothing: what is today, and the risks that a plan names.
  private static let described: Set<String> = ["current-state", "risks"]

  /// Words that say it are against what is asked, whatever label they carry. A label alone leaves it open.
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let key = WordingKey(list: WordingKey.topics, token: topic)
    // What is marked as a contradiction is one wherever it stands; words without the mark, and that nothing is said, are
    // looked for in the sections named.
    let everywhere = facts.plan.sections.map(\.name).filter { !Self.described.contains($0) }
    let claimed = facts.claimed(facts.items(about: topic, in: everywhere), of: key)
    let found = claimed.shown + facts.spoken(key, in: sections, besides: claimed)
    guard found.isEmpty else {
      return Part(requirement, .fails, .contradicted, found.map(\.evidence))
    }
    let open = claimed.open + claimed.takenBack
    guard open.isEmpty else {
      return Part(requirement, .unknown, .onlyClaimed(open.map(\.claim)), open.map { Evidence($0.item) })
    }
    let unreadable = facts.unreadable(in: sections)
    guard unreadable.isEmpty else {
      return Part(requirement, .unknown, .unreadable, unreadable.map { Evidence($0) })
    }
    return facts.silence(of: requirement, in: sections)
  }
}
