import Catalogue

extension Avoids: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let found = facts.items(about: topic, in: sections)
    if !found.isEmpty { return Part(requirement, .fails, .contradicted, found.map { Evidence($0) }) }
    return facts.silence(of: requirement, in: sections)
  }
}
