import XML

extension Requirement {
  /// Reads one facet element of a criterion.
  init?(_ element: Element) {
    switch element.name {
    case "all": self = .all(element.children.compactMap { Requirement($0) })
    case "any": self = .any(element.children.compactMap { Requirement($0) })
    case "schematron":
      let schema = element.children.first { _ in true }
      self = .schematron(rules: schema?.serialized() ?? "", sections: element.tokens("section"))
    default:
      guard let facet = Facets.named(element.name) else { return nil }
      self = facet.read(element)
    }
  }
}

extension Facet {
  /// A facet that names several things becomes one part for each.
  static func read(_ element: Element) -> Requirement {
    var facets = [Self()]
    for parameter in parameters { facets = facets.flatMap { parameter.read(element, $0) } }
    return facets.count == 1 ? .facet(facets[0]) : .all(facets.map { .facet($0) })
  }
}
