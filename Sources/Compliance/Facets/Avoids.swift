import Catalogue

extension Avoids: JudgedFacet {
  /// Words that say it are against what is asked, whatever label they carry. A label alone leaves it open.
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let key = WordingKey(list: WordingKey.topics, token: topic)
    let claimed = facts.claimed(facts.items(about: topic, in: sections), of: key)
    let others = facts.worded(in: sections)
    let found = claimed.shown + facts.unlabelled(others, [key], besides: claimed)
    guard found.isEmpty else {
      return Part(requirement, .fails, .contradicted, found.map(\.evidence))
    }
    let open = claimed.open + claimed.takenBack
    guard open.isEmpty else {
      return Part(requirement, .unknown, .onlyClaimed(open.map(\.claim)), open.map { Evidence($0.item) })
    }
    let unreadable = others.filter { facts.words.reading(of: $0).encoding != nil }
    guard unreadable.isEmpty else {
      return Part(requirement, .unknown, .unreadable, unreadable.map { Evidence($0) })
    }
    return facts.silence(of: requirement, in: sections)
  }
}
