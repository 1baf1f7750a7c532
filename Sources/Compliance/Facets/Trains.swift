import Catalogue
import MasterPlan

extension Trains: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let sections = ["training"]
    let key = WordingKey(list: "audience", token: audience)
    let items = facts.plan.items("training-target", in: "training")
    let claimed = facts.claimed(items.filter { $0.attribute("audience") == audience }, of: key)
    let targets = claimed.shown + facts.unlabelled(items, [key], besides: claimed)
    guard !targets.isEmpty else { return facts.notShown(requirement, in: sections, claimed) }
    let enough = targets.filter { reaches($0.item) }
    let reached = enough.filter { facts.shareContradiction(of: $0.item, "share") == nil }
    if let first = reached.first {
      guard let by else { return Part(requirement, .holds, .stated, [first.evidence]) }
      if let timely = reached.first(where: { facts.isInTime($0.item, by) }) {
        return Part(requirement, .holds, .stated, [timely.evidence])
      }
      return facts.dated(reached.map(\.item), by: by, in: sections, requirement)
    }
    if let first = enough.first, let contradiction = facts.shareContradiction(of: first.item, "share") {
      return Part(requirement, .unknown, .wordsContradict(contradiction), [first.evidence])
    }
    let open = claimed.open.filter { reaches($0.item) }
    guard open.isEmpty else { return facts.notShown(requirement, in: sections, claimed) }
    guard let highest = targets.compactMap({ $0.item.decimal("share") }).max() else {
      return facts.shortcoming(
        of: requirement, in: sections, .withoutDetail(items: targets.map(\.item.text)),
        targets.map(\.evidence))
    }
    return facts.shortcoming(
      of: requirement, in: sections, .tooLow(stated: highest, asked: share), targets.map(\.evidence))
  }

  private func reaches(_ target: Item) -> Bool { (target.decimal("share") ?? .zero) >= share }
}
