import Catalogue

extension Trains: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let targets = facts.items("training-target", in: "training").filter {
      $0.attribute("audience") == audience
    }
    guard !targets.isEmpty else { return facts.absence(of: requirement, in: ["training"]) }
    let reached = targets.filter { ($0.decimal("share") ?? .zero) >= share }
    if !reached.isEmpty { return facts.dated(reached, by: by, in: ["training"], requirement) }
    let evidence = targets.map { Evidence($0) }
    guard let highest = targets.compactMap({ $0.decimal("share") }).max() else {
      return facts.shortcoming(
        of: requirement, in: ["training"], .withoutDetail(items: targets.map(\.text)), evidence)
    }
    return facts.shortcoming(
      of: requirement, in: ["training"], .tooLow(stated: highest, asked: share), evidence)
  }
}
