import Catalogue

extension CoversLayers: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    facts.combined(parts(in: facts, of: requirement), as: requirement)
  }

  /// One part for each layer of the kind.
  func parts(in facts: Facts, of requirement: Requirement) -> [Part] {
    layers(in: facts.catalogue).map { $0.part(in: facts, of: .facet($0)) }
  }
}
