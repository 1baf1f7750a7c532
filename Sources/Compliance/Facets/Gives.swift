import Catalogue
import MasterPlan

/// Every item of a kind carries a detail, and there is at least one.
extension Gives: JudgedFacet {
  /// Sections of the items that can be asked about.
  static let sectionOfItem = [
    "indicator": "indicators", "system": "security", "trial": "sandbox", "project": "projects",
    "training-target": "training", "ict-architecture": "architecture",
    "operations-centre": "operations-centre",
  ]

  /// Of these a plan has one; they are not lists.
  private static let single: Set<String> = ["ict-architecture", "operations-centre"]

  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let section = Self.sectionOfItem[item] ?? item
    let items = item == section ? sectionAsItem(section, of: facts.plan) : facts.items(item, in: section)
    guard !items.isEmpty else { return facts.absence(of: requirement, in: [section]) }
    // A platform that the security section does not name has neither level nor approval.
    let unnamed = item == "system" ? facts.unnamedSystems(besides: items) : []
    let lacking = items.filter { !carries($0, facts) } + unnamed
    if lacking.isEmpty {
      for item in items {
        guard let contradiction = contradiction(of: item, facts) else { continue }
        return Part(requirement, .unknown, .wordsContradict(contradiction), [Evidence(item)])
      }
      // Of a list read only in part, the unread items may lack it.
      let isWhole = Self.single.contains(item) || facts.plan.coverage(of: section) == .complete
      let evidence = items.prefix(3).map { Evidence($0) }
      return isWhole
        ? Part(requirement, .holds, .stated, evidence)
        : Part(requirement, .unknown, .notTranscribed(sections: [section]), evidence)
    }
    let names = lacking.map { $0.text.isEmpty ? $0.attribute("id") ?? $0.element : $0.text }
    return facts.shortcoming(
      of: requirement, in: [section], .withoutDetail(items: names), lacking.map { Evidence($0) })
  }

  /// The operations centre is a section and an item at once.
  private func sectionAsItem(_ name: String, of plan: MasterPlan) -> [Item] {
    guard let section = plan.section(name), !section.items.isEmpty || section.attributes["status"] != nil
    else { return [] }
    return [section.asItem]
  }

  /// The value of the detail, where the item's own words contradict it.
  private func contradiction(of item: Item, _ facts: Facts) -> Contradiction? {
    switch detail {
    case "by": facts.dateContradiction(of: item)
    case "from", "to": Contradiction.ofTimetable(item)
    case "status": facts.statusContradiction(of: item)
    case "share": facts.shareContradiction(of: item, "share")
    default: nil
    }
  }

  private func carries(_ item: Item, _ facts: Facts) -> Bool {
    if let value = item.attribute(detail) {
      return facts.words.isGiven(value) && Self.isOne(value, detail)
        && PossibleDates.areKept(detail, of: item)
    }
    return item.children.contains { $0.element == detail && holdsSomething($0, facts) }
  }

  /// A decision without a number is none; an approval is a decision, or says who approved on which day.
  private static func isOne(_ value: String, _ detail: String) -> Bool {
    switch detail {
    case "decision": InstrumentKinds.namesDecision(value)
    case "approval": InstrumentKinds.namesApproval(value)
    default: true
    }
  }

  /// A detail that is an element of its own: words, or a value. Its year alone is no value.
  private func holdsSomething(_ detail: Item, _ facts: Facts) -> Bool {
    let descriptive: Set<String> = ["id", "topic", "clause", "at", "year", "source"]
    guard detail.text.isEmpty else { return facts.words.isSaid(detail) }
    return detail.attributes.contains { !descriptive.contains($0.key) && $0.value.isValue }
  }
}
