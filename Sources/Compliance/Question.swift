import Catalogue

/// A facet that a plan can be asked.
protocol JudgedFacet: Facet {
  /// What it comes to as a whole.
  /// - Parameter requirement: the facet, as the part names it.
  func part(in facts: Facts, of requirement: Requirement) -> Part
  /// What it comes to part by part.
  func parts(in facts: Facts, of requirement: Requirement) -> [Part]
}

extension JudgedFacet {
  func parts(in facts: Facts, of requirement: Requirement) -> [Part] {
    [part(in: facts, of: requirement)]
  }
}

/// A requirement with all that judges it, found once for a catalogue: to look for it anew for every plan costs
/// more than most facets do.
indirect enum Question: Sendable {
  case all([Question], Requirement)
  case any([Question], Requirement)
  case facet(any JudgedFacet, Requirement)
  case schematron(rules: String, sections: [String], Requirement)

  init(_ requirement: Requirement) {
    switch requirement {
    case .all(let members): self = .all(members.map { Question($0) }, requirement)
    case .any(let members): self = .any(members.map { Question($0) }, requirement)
    case .facet(let facet): self = .facet(JudgedFacets.judged(facet), requirement)
    case .schematron(let rules, let sections):
      self = .schematron(rules: rules, sections: sections, requirement)
    }
  }
}

private enum JudgedFacets {
  /// The compiler refuses a facet of the catalogue that nothing here judges.
  private static let all: [any JudgedFacet.Type] = list(Facets.all)

  private static func list<each Kind: JudgedFacet>(
    _ kinds: (repeat (each Kind).Type)
  ) -> [any JudgedFacet.Type] {
    var types: [any JudgedFacet.Type] = []
    for kind in repeat each kinds { types.append(kind) }
    return types
  }

  static func judged(_ facet: any Facet) -> any JudgedFacet {
    guard let judged = facet as? any JudgedFacet else {
      preconditionFailure("a facet outside Facets.all, which knows only \(all.map { $0.name })")
    }
    return judged
  }
}
