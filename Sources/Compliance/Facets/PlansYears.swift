import Catalogue

extension PlansYears: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let tasks = facts.items("phase", in: "phases").flatMap { $0.children("task") }
    let found = tasks.filter { $0.integer("year") == year && $0.isFilledIn }
    return facts.dated(found, by: nil, in: ["phases"], requirement)
  }
}
