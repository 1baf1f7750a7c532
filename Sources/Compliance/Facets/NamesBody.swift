import Catalogue
import MasterPlan

extension NamesBody: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let sections = ["governance", "identity"]
    let key = WordingKey(list: "body-role", token: role)
    let claimed = facts.claimed(
      sections.flatMap { facts.labelled("body", in: $0, with: role, of: "body-role") }, of: key)
    func others() -> [Item] { sections.flatMap { facts.plan.items("body", in: $0) } }
    guard withDecision else {
      return facts.shown(
        [key], claimed, others: { others() + facts.plan.items("statement", in: "governance") }, by: nil,
        in: sections, requirement)
    }
    let bodies = claimed.shown + facts.unlabelled(others(), [key], besides: claimed)
    if let decided = bodies.first(where: { isDecided($0.item, facts) }) {
      return Part(requirement, .holds, .stated, [decided.evidence])
    }
    let open = claimed.open.filter { isDecided($0.item, facts) }
    guard open.isEmpty, !bodies.isEmpty else { return facts.notShown(requirement, in: sections, claimed) }
    return facts.shortcoming(
      of: requirement, in: sections, .withoutDetail(items: bodies.map(\.item.text)), bodies.map(\.evidence))
  }

  /// A decision without a number is none.
  private func isDecided(_ body: Item, _ facts: Facts) -> Bool {
    guard let decision = body.attribute("decision"), facts.words.isGiven(decision) else { return false }
    return InstrumentKinds.namesDecision(decision)
  }
}
