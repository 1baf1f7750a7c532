import Catalogue
import MasterPlan

extension CoversFields: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let sections = ["architecture"]
    let items = facts.plan.items("field", in: "architecture")
    let claimed = facts.claimed(
      items.compactMap { item in
        item.attribute("type").flatMap { fields.contains($0) ? (item, Self.key($0)) : nil }
      })
    // What a field is by its words, where its label says another.
    let unlabelled = facts.unlabelled(items, fields.map(Self.key), besides: claimed)
    let named = claimed.shown + unlabelled
    let reasoned = withReason ? named.filter { gives($0.item, facts) } : named
    if Set(reasoned.map(\.key)).count >= minimum {
      return Part(requirement, .holds, .stated, reasoned.prefix(3).map(\.evidence))
    }
    guard claimed.open.isEmpty, !named.isEmpty else {
      return facts.notShown(requirement, in: sections, claimed)
    }
    return facts.shortcoming(
      of: requirement, in: sections,
      reasoned.count < named.count
        ? .withoutDetail(items: named.map(\.item.text)) : .tooFew(found: named.count, minimum: minimum),
      named.map(\.evidence))
  }

  private static func key(_ field: String) -> WordingKey { WordingKey(list: "field-type", token: field) }

  private func gives(_ item: Item, _ facts: Facts) -> Bool {
    item.attribute("reason").map(facts.words.isGiven) ?? false
  }
}
