import Catalogue
import XML

/// One id that an element names, and what it should lead to.
struct Reference {
  enum Expected: String {
    case text, instrument, standard, framework, layer, provision, group, target, criterion
  }

  let element: Element
  let attribute: String
  let target: String
  let expected: Expected
  /// The entry that a provision must belong to.
  var owner: String?

  var isCrosswalk: Bool { element.name == "crosswalk" }

  /// Whether the id stands for anything at all.
  func leadsSomewhere(in source: CatalogueSource) -> Bool { kindFound(in: source) != nil }

  func isRight(in source: CatalogueSource) -> Bool {
    guard let found = kindFound(in: source) else { return false }
    if expected == .provision, let owner { return found == "provision" && target.hasPrefix(owner + ".") }
    return found == expected.rawValue || expected == .text && ["instrument", "standard"].contains(found)
  }

  func kindFound(in source: CatalogueSource) -> String? {
    if expected == .group { return source.groups.contains(target) ? "group" : nil }
    if let entry = source.entry(target) { return entry.kind.rawValue }
    if source.provisions.contains(target) { return "provision" }
    return source.layers.contains(target) ? "layer" : nil
  }

  /// Ids that could have been meant.
  func candidates(in source: CatalogueSource) -> [String] {
    switch expected {
    case .provision: Array(source.provisions)
    case .layer: Array(source.layers)
    case .group: Array(source.groups)
    case .text: source.texts.map(\.entry.id)
    default: source.entries.filter { $0.kind.rawValue == expected.rawValue }.map(\.id)
    }
  }
}

extension Reference {
  /// What an entry refers to.
  static func all(in entry: Entry) -> [Reference] {
    let element = entry.element
    switch entry.kind {
    case .instrument, .standard:
      return element.children.flatMap(edges)
        + element.children("without-criterion").flatMap { one($0, "provision", .provision, of: entry.id) }
        + element.children("review").flatMap {
          one($0, "provision", .provision, of: entry.id) + one($0, "group", .group)
        }
    case .framework:
      return one(element, "instrument", .instrument)
        + element.children("crosswalk").flatMap { one($0, "from", .layer) + list($0, "to", .layer) }
    case .indicator, .target: return one(element, "instrument", .instrument)
    case .criterion:
      let bases = element.children("basis").flatMap { basis in
        one(basis, "instrument", .instrument)
          + one(basis, "provision", .provision, of: basis.attribute("instrument"))
      }
      return bases + one(element, "group", .group) + one(element, "scheme-target", .target)
        + (element.child("requirement").map(facets) ?? [])
    case .example: return one(element, "criterion", .criterion)
    case .edition, .group: return []
    }
  }

  private static func edges(_ edge: Element) -> [Reference] {
    switch edge.name {
    case "replaces", "replaced-by", "amends", "repeals-in-part", "guides": one(edge, "ref", .text)
    case "transition": one(edge, "successor", .text)
    case "cited-by": one(edge, "instrument", .instrument)
    default: []
    }
  }

  private static func facets(_ element: Element) -> [Reference] {
    element.children.flatMap { facet -> [Reference] in
      if facet.isNamed("all") || facet.isNamed("any") { return facets(facet) }
      // A facet whose name is mistyped most likely names a text.
      guard let attributes = Facets.attributes(of: facet.name) else {
        return one(facet, "instrument", .instrument)
      }
      return attributes.flatMap { attribute -> [Reference] in
        switch attribute.value {
        case .id(let kind): one(facet, attribute.name, Expected(kind))
        case .ids(let kind): list(facet, attribute.name, Expected(kind))
        default: []
        }
      }
    }
  }

  private static func one(
    _ element: Element, _ attribute: String, _ expected: Reference.Expected, of owner: String? = nil
  ) -> [Reference] {
    element.attribute(attribute).map {
      [Reference(element: element, attribute: attribute, target: $0, expected: expected, owner: owner)]
    } ?? []
  }

  private static func list(
    _ element: Element, _ attribute: String, _ expected: Reference.Expected
  ) -> [Reference] {
    element.words(attribute).map {
      Reference(element: element, attribute: attribute, target: $0, expected: expected)
    }
  }
}

extension Reference.Expected {
  init(_ kind: ReferenceKind) {
    self =
      switch kind {
      case .instrument: .instrument
      case .standard: .standard
      case .framework: .framework
      case .layer: .layer
      }
  }
}
