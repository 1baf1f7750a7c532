import Catalogue

extension Cites: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    facts.notAsked(instrument, requirement)
      ?? facts.cited(instrument, among: facts.bases, in: Facts.basesSection, requirement)
  }
}
