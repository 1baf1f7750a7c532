import Source

/// One kind of question that a criterion can ask of a plan. A facet is declared once, by its parameters: how it
/// is read and written, which words and entries it may name, and how it is broken to prove an example follow
/// from them. `Compliance/Facets` answers it, `SchematronExport/Facets` writes it as XPath, `Phrasing` names it.
package protocol Facet: Sendable, Hashable {
  /// The name of its element in `catalogue.xsd`, and of its page and its folder of examples.
  static var name: String { get }
  /// In the order in which they are written.
  static var parameters: [Parameter<Self>] { get }
  /// Whether any text of the catalogue may count for the answer, and not only those that it names.
  var looksAtAnyText: Bool { get }
  /// What a report shows of it one by one.
  func parts(in catalogue: Catalogue) -> [any Facet]
  init()
}

extension Facet {
  package var looksAtAnyText: Bool { false }

  package func parts(in catalogue: Catalogue) -> [any Facet] { [self] }

  package static var attributes: [FacetAttribute] { parameters.flatMap(\.attributes) }

  package var notation: String {
    var text = "<" + Self.name
    for (attribute, words) in written where !words.isEmpty {
      let value = XMLText.escaped(words.joined(separator: " "), attribute: true)
      text += " \(attribute.name)=\"\(value)\""
    }
    return text + "/>"
  }

  var tokens: [(token: String, list: String)] {
    written.flatMap { attribute, words in
      attribute.list.map { list in words.map { ($0, list) } } ?? []
    }
  }

  package var references: [(id: String, kind: ReferenceKind)] {
    written.flatMap { attribute, words in
      attribute.reference.map { kind in words.map { ($0, kind) } } ?? []
    }
  }

  /// What it goes by the words for.
  package var wordings: [WordingKey] {
    let lists: Set<String> = [
      "topic", "component-type", "field-type", "platform", "body-role", "participant-type", "audience",
    ]
    return tokens.filter { lists.contains($0.list) }.map { WordingKey(list: $0.list, token: $0.token) }
      + references.filter { $0.kind == .layer }.map { WordingKey(list: WordingKey.layers, token: $0.id) }
  }

  /// The facet broken in one place, in every way that an editor could have written. What makes parts of its own
  /// comes first.
  package func changes(by replacements: Replacements) -> [Requirement] {
    let parameters = Self.parameters.filter(\.isPartwise) + Self.parameters.filter { !$0.isPartwise }
    return parameters.flatMap { $0.changes(self, replacements) }.map { .facet($0) }
  }

  /// Each attribute and the words in it; none where it is left out.
  private var written: [(attribute: FacetAttribute, words: [String])] {
    Self.parameters.flatMap { zip($0.attributes, $0.words(self)).map { ($0, $1) } }
  }

  func isEqual(to other: any Facet) -> Bool { (other as? Self) == self }
}
