import XML

/// One parameter of a facet: an attribute of its element, or two that belong together.
package struct Parameter<Owner: Sendable>: Sendable {
  package let attributes: [FacetAttribute]
  /// Whether each of its values makes a part of its own.
  var isPartwise = false
  /// The facet with what the element says of the parameter; one for each part that it makes.
  let read: @Sendable (Element, Owner) -> [Owner]
  /// The words of each attribute; none where it is left out.
  let words: @Sendable (Owner) -> [[String]]
  /// The facet with less, more or something else in this place.
  let changes: @Sendable (Owner, Replacements) -> [Owner]
}

/// An attribute of a facet's element, as `catalogue.xsd` has it.
package struct FacetAttribute: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    /// A word, or several, of a list of `master-plan.xsd`.
    case token(list: String)
    case tokens(list: String)
    /// Attributes or children of the item that another attribute names.
    case details(of: String)
    /// One entry of the catalogue, or several.
    case id(ReferenceKind)
    case ids(ReferenceKind)
    /// A number of those that another attribute lists.
    case count(of: String)
    /// Per cent.
    case share
    case day
    case year
    case flag
    case text
    case layerKind
  }

  /// The lists that are none of `master-plan.xsd`'s types: its sections, and the items that `gives` knows.
  package static let sections = "section"
  package static let items = "item"

  package let name: String
  package let value: Value
  package let isRequired: Bool

  package init(_ name: String, _ value: Value, isRequired: Bool) {
    self.name = name
    self.value = value
    self.isRequired = isRequired
  }

  /// The list of `master-plan.xsd` that has its words.
  package var list: String? {
    switch value {
    case .token(let list), .tokens(let list): list
    default: nil
    }
  }

  /// What its ids lead to.
  package var reference: ReferenceKind? {
    switch value {
    case .id(let kind), .ids(let kind): kind
    default: nil
    }
  }
}

/// What of a catalogue a requirement can speak of.
package enum ReferenceKind: String, Sendable {
  case instrument, standard, framework, layer
}

/// What takes the place of a value when a requirement is broken, so that it is still one that an editor could
/// have written: entries of the catalogue, and words of plans, which the catalogue does not know.
package struct Replacements {
  let catalogue: Catalogue
  let values: (_ list: String) -> Set<String>
  let details: (_ item: String) -> Set<String>

  /// - Parameters:
  ///   - values: the words of a list of `master-plan.xsd`.
  ///   - details: what an item can carry.
  package init(
    catalogue: Catalogue, values: @escaping (_ list: String) -> Set<String>,
    details: @escaping (_ item: String) -> Set<String>
  ) {
    self.catalogue = catalogue
    self.values = values
    self.details = details
  }
}
