import Catalogue
import Source

// Facets with numbers: `trains` and `plans-years`.
extension Facts {
  func trains(_ audience: String, _ share: DecimalNumber, _ by: CalendarDate?, _ requirement: Requirement)
    -> Part
  {
    let targets = items("training-target", in: "training").filter {
      $0.attribute("audience") == audience
    }
    guard !targets.isEmpty else { return absence(of: requirement, in: ["training"]) }
    let reached = targets.filter { ($0.decimal("share") ?? .zero) >= share }
    if !reached.isEmpty { return dated(reached, by: by, in: ["training"], requirement) }
    let evidence = targets.map { Evidence($0) }
    guard let highest = targets.compactMap({ $0.decimal("share") }).max() else {
      return shortcoming(
        of: requirement, in: ["training"], .withoutDetail(items: targets.map(\.text)), evidence)
    }
    return shortcoming(of: requirement, in: ["training"], .tooLow(stated: highest, asked: share), evidence)
  }

  func plansYear(_ year: Int, _ requirement: Requirement) -> Part {
    let tasks = items("phase", in: "phases").flatMap { $0.children("task") }
    let found = tasks.filter { $0.integer("year") == year && $0.isFilledIn }
    return dated(found, by: nil, in: ["phases"], requirement)
  }
}
