/// What a criterion asks of a plan: facets, alone or combined, or rules of its own. Each facet has a page in
/// `Documentation/facets/`.
package indirect enum Requirement: Sendable {
  case all([Requirement])
  case any([Requirement])
  case facet(any Facet)
  /// An ISO Schematron schema, as XML, that reads these sections.
  case schematron(rules: String, sections: [String])
}

extension Requirement {
  /// The requirement as an editor writes it in XML: the same requirement always gives the same text.
  package var notation: String {
    switch self {
    case .all(let members): "<all>\(members.map(\.notation).joined())</all>"
    case .any(let members): "<any>\(members.map(\.notation).joined())</any>"
    case .facet(let facet): facet.notation
    case .schematron(let rules, let sections):
      "<schematron section=\"\(sections.joined(separator: " "))\">\(rules)</schematron>"
    }
  }

  /// What groups are made of, at any depth; of anything else itself.
  package var leaves: [Requirement] {
    switch self {
    case .all(let members), .any(let members): members.flatMap(\.leaves)
    case .facet, .schematron: [self]
    }
  }

  /// The parts that a report lists: members of `all`, at any depth; one of several ways is one part.
  package func parts(in catalogue: Catalogue) -> [Requirement] {
    switch self {
    case .all(let members): members.flatMap { $0.parts(in: catalogue) }
    case .facet(let facet): facet.parts(in: catalogue).map(Requirement.facet)
    case .any, .schematron: [self]
    }
  }

  /// The words that a plan must be able to hold, each with its list.
  package var tokens: [(token: String, list: String)] {
    switch self {
    case .all(let members), .any(let members): members.flatMap(\.tokens)
    case .facet(let facet): facet.tokens
    case .schematron(_, let sections): sections.map { ($0, FacetAttribute.sections) }
    }
  }

  /// What of the catalogue it speaks of.
  package var references: [(id: String, kind: ReferenceKind)] {
    switch self {
    case .all(let members), .any(let members): members.flatMap(\.references)
    case .facet(let facet): facet.references
    case .schematron: []
    }
  }

  /// Whether a group in it has no members, so that it asks for nothing.
  package var isEmpty: Bool {
    switch self {
    case .all(let members), .any(let members): members.isEmpty || members.contains(where: \.isEmpty)
    case .facet, .schematron: false
    }
  }
}

extension Requirement: Hashable {
  package static func == (left: Requirement, right: Requirement) -> Bool {
    switch (left, right) {
    case (.all(let one), .all(let other)), (.any(let one), .any(let other)): one == other
    case (.facet(let one), .facet(let other)): one.isEqual(to: other)
    case (.schematron(let rules, let sections), .schematron(let others, let otherSections)):
      rules == others && sections == otherSections
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .all(let members), .any(let members): hasher.combine(members)
    case .facet(let facet): facet.hash(into: &hasher)
    case .schematron(let rules, _): hasher.combine(rules)
    }
  }
}
