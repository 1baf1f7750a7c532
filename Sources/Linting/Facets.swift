import XML

extension Entry {
  /// The element of one of a criterion's bases, for findings.
  func basis(_ index: Int) -> Element { element.children("basis")[index] }

  /// The facets of a criterion's requirement with this name, at any depth.
  func facets(named name: StaticString) -> [Element] {
    element.child("requirement")?.facets.filter { $0.isNamed(name) } ?? []
  }
}

extension Element {
  /// The tokens of an attribute that lists several.
  func words(_ attribute: String) -> [String] {
    (self.attribute(attribute) ?? "").utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
  }

  /// All facets below an element, groups included; what stands inside an embedded schema is none.
  var facets: [Element] {
    children.flatMap { facet in
      [facet] + (facet.isNamed("all") || facet.isNamed("any") ? facet.facets : [])
    }
  }

  /// Whether a facet is asked for, and not one of several ways.
  var isAsked: Bool {
    var parent = Node(self).parent?.element
    while let current = parent, !current.isNamed("requirement") {
      if current.isNamed("any") { return false }
      parent = Node(current).parent?.element
    }
    return true
  }
}
