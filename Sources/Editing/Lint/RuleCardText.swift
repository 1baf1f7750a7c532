import Linting
import Phrasing
import Writing

/// A rule of the linter in words.
package struct RuleCardText {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  /// Id, name, severity and category of every rule, a line each.
  package func list() -> String {
    let cards = Rules.all.map(\.card)
    let width = cards.map(\.name.count).max() ?? 0
    return cards.map { card in
      let name = card.name + String(repeating: " ", count: width - card.name.count)
      return "\(card.id)  \(name)  \(card.severity.rawValue)  \(card.category.rawValue)\n"
    }.joined()
  }

  /// What the rule is for, with its examples.
  package func text(_ card: RuleCard, width: Int = 100) -> String {
    let kind =
      "\(language(EditorPhrase.severity(card.severity))), \(language(EditorPhrase.category(card.category)))"
    var lines = ["\(card.id) \(card.name) (\(kind))", ""]
    lines += Wrapping.lines(language(card.explanation), width: width, indent: 0, first: 0)
    if card.isFixable { lines.append(language(EditorPhrase.isRepaired)) }
    lines += ["", language(EditorPhrase.rejectingExample) + ":", ""] + indented(card.rejects)
    lines += ["", language(EditorPhrase.acceptingExample) + ":", ""] + indented(card.accepts)
    return lines.joined(separator: "\n") + "\n"
  }

  private func indented(_ example: RuleExample) -> [String] {
    example.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
  }
}
