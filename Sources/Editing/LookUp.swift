import Catalogue
import Languages
import Linting
import Phrasing
import Source
import XML

/// What an editor can ask by a word: entries of the catalogue, wordings, rules, facets, layers, and the words of a
/// report.
package struct LookUp {
  private let phrasing: Phrasing
  private let wordings: WordingCollection
  private let contract: SourceText
  private var language: Language { phrasing.language }
  private var catalogue: Catalogue { phrasing.catalogue }

  /// - Parameter contract: `catalogue.xsd`, which says what facets are.
  package init(_ phrasing: Phrasing, _ wordings: WordingCollection, contract: SourceText) {
    self.phrasing = phrasing
    self.wordings = wordings
    self.contract = contract
  }

  /// An entry of the catalogue or a wording.
  package func card(for word: String, on date: CalendarDate) -> String? {
    let words = WordingText(language)
    return EntryCard(phrasing).text(for: word, on: date).map {
      $0 + words.naming(word, catalogue, in: wordings)
    }
      ?? words.text(for: word, in: wordings)
  }

  /// The same, and what the words of criteria, rules and reports mean.
  package func explanation(of word: String, on date: CalendarDate) -> String? {
    facet(word) ?? layer(word) ?? Explanation(phrasing).text(for: word, on: date)
      ?? WordingText(language).text(for: word, in: wordings)
  }

  /// What could have been meant.
  package var names: [String] {
    catalogue.entryIDs + Rules.names + WordingText.names(in: wordings) + Facets.types.map { $0.name }
      + catalogue.frameworks.flatMap(\.layers).map(\.id)
  }

  // MARK: Facets and layers

  private func facet(_ word: String) -> String? {
    let name = word.lowercased()
    guard Facets.types.contains(where: { $0.name == name }), let root = try? Document(contract).root,
      let declaration = root.children("complexType").first(where: { $0.attribute("name") == name })
    else { return nil }
    let head = "<\(name)>  \(documentation(declaration))"
    let attributes = declaration.children("attribute").map { attribute in
      "  \(attribute.attribute("name") ?? "")"
        + (attribute.attribute("use") == "required" ? "*" : "") + ": \(documentation(attribute))"
    }
    let asking = catalogue.criteria.filter { criterion in
      (criterion.requirement?.leaves ?? []).contains { leaf in
        if case .facet(let facet) = leaf { Swift.type(of: facet).name == name } else { false }
      }
    }.map(\.id)
    return paragraphs([head] + attributes + [askedBy(asking)])
  }

  private func documentation(_ element: Element) -> String {
    let texts = element.child("annotation")?.children("documentation") ?? []
    return texts.first { $0.attribute("lang") == language.rawValue }?.text ?? ""
  }

  private func layer(_ word: String) -> String? {
    guard let layer = catalogue.layer(word.uppercased()) else { return nil }
    let framework = catalogue.frameworks.first { $0.layers.contains { $0.id == layer.id } }
    let asking = catalogue.criteria.filter { criterion in
      (criterion.requirement?.leaves ?? []).flatMap { $0.parts(in: catalogue) }.flatMap(\.references)
        .contains { $0.kind == .layer && $0.id == layer.id }
    }.map(\.id)
    let head = "\(layer.id)  \(language(layer.name))"
    return paragraphs([head, framework.map { "  \(language($0.title))" } ?? "", askedBy(asking)])
  }

  private func askedBy(_ criteria: [String]) -> String {
    criteria.isEmpty ? "" : "  \(language(Phrase.criteriaThatAsk)): \(criteria.joined(separator: ", "))"
  }

  private func paragraphs(_ lines: [String]) -> String {
    lines.filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }
}

extension Phrase {
  fileprivate static var criteriaThatAsk: Phrase { Phrase("editing.asking-criteria") }
}
