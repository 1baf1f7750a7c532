import Catalogue
import MasterPlan
import Source

// What several facets look up in a plan.

extension Facts {
  /// Holds if one of the items is there and, where a limit is given, dated within it.
  func dated(
    _ found: [Item], by limit: CalendarDate?, in sections: [String], _ requirement: Requirement
  ) -> Part {
    guard let first = found.first else { return absence(of: requirement, in: sections) }
    guard let limit else { return Part(requirement, .holds, .stated, [Evidence(first)]) }
    if let timely = found.first(where: { isInTime($0, limit) }) {
      return Part(requirement, .holds, .stated, [Evidence(timely)])
    }
    for item in found {
      guard let contradiction = contradiction(of: item, by: limit) else { continue }
      return Part(requirement, .unknown, .wordsContradict(contradiction), [Evidence(item)])
    }
    if let impossible = found.lazy.compactMap({ $0.date("by") }).first(where: { !self.canBeDue(on: $0) }) {
      return shortcoming(of: requirement, in: sections, .impossibleDate(impossible), [Evidence(first)])
    }
    let reason =
      found.compactMap { $0.date("by") }.min().map { PartReason.late(stated: $0, limit: limit) }
      ?? .undated(limit: limit)
    return shortcoming(of: requirement, in: sections, reason, [Evidence(first)])
  }

  /// Items of any depth that carry the topic, or the label that earlier files have for it.
  func items(about topic: String, in sections: [String]) -> [Item] {
    let items = plan.items(with: topic, of: "topic") { sections.contains($0.section) }
    let former = words.rules.formerLabels(of: topic)
    guard !former.isEmpty else { return items }
    var known = Set(items.map(\.place.number))
    let earlier = former.flatMap { label in
      plan.items(with: label, of: "topic") { sections.contains($0.section) }
    }
    return (items + earlier.filter { known.insert($0.place.number).inserted })
      .sorted { $0.place.number < $1.place.number }
  }
}

// Texts that a plan cites.
extension Facts {
  static let basesSection = "legal-bases"
  /// Where a plan names texts; components of the architecture apply standards too.
  static let textSections = [basesSection, "standards-applied", "architecture"]

  /// A plan cannot be asked to cite a text that was not in force.
  func notAsked(_ id: String, _ requirement: Requirement) -> Part? {
    guard let state = state(of: id), !state.isInForce else { return nil }
    return Part(requirement, .notAsked, .textNotInForce(instrument: id, state: state))
  }

  /// Holds if one of the texts is the one that is asked for.
  func cited(
    _ id: String, among texts: [CitedText], in section: String, _ requirement: Requirement
  ) -> Part {
    if let found = texts.first(where: { $0.isOf(id) }) {
      return Part(requirement, .holds, .stated, [found.evidence])
    }
    if let doubtful = texts.first(where: { $0.mayBe(id) }) {
      return Part(requirement, .unknown, .ambiguous(candidates: [id]), [doubtful.evidence])
    }
    if let unreadable = texts.first(where: \.isUnreadable) {
      return Part(requirement, .unknown, .unreadable, [unreadable.evidence])
    }
    return absence(of: requirement, in: [section])
  }
}
