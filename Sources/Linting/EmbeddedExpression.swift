import Schematron
import XML

/// One expression of XPath in a Schematron schema that stands inside a criterion.
struct EmbeddedExpression {
  let criterion: String
  let element: Element
  let attribute: String
  let namespaces: [String: String]
  let parsed: Result<XPathSyntax, XPathFault>
  /// Whether it is worked out again for every node that a rule matches.
  let isEvaluatedAtEachNode: Bool
  private let origin: Origin

  private enum Origin {
    /// The root of the plan.
    case root
    /// What the pattern of a rule matches.
    case rule(XPathSyntax)
    case unknown
  }

  /// What the context node of the expression can be; nil where nobody can tell.
  func context(in grammar: PlanGrammar) -> Set<PlanGrammar.Kind>? {
    switch origin {
    case .root: return [.root]
    case .unknown: return nil
    case .rule(let pattern):
      guard !pattern.steps.isEmpty else { return [.root] }
      let analysis = PathAnalysis(pattern, context: [.root], grammar: grammar, namespaces: namespaces)
      let starts = pattern.steps.filter { $0.depth == 0 }.map(\.from)
      var result: Set<PlanGrammar.Kind> = []
      for (index, step) in pattern.steps.enumerated() where step.depth == 0 && !starts.contains(.step(index))
      {
        guard let reached = analysis.reached[index] else { return nil }
        result.formUnion(reached)
      }
      return result
    }
  }

  /// The expressions of a criterion, in the order in which they stand. Abstract patterns and rules are
  /// left out: what they mean is decided where they are used.
  static func all(in entry: Entry) -> [EmbeddedExpression] {
    entry.facets(named: "schematron").flatMap { facet -> [EmbeddedExpression] in
      facet.children.flatMap { Collector(criterion: entry.id, schema: $0).expressions() }
    }
  }

  private struct Collector {
    let criterion: String
    let schema: Element
    let namespaces: [String: String]

    init(criterion: String, schema: Element) {
      self.criterion = criterion
      self.schema = schema
      namespaces = Dictionary(
        schema.children("ns").map { ($0.attribute("prefix") ?? "", $0.attribute("uri") ?? "") }
      ) { first, _ in first }
    }

    func expressions() -> [EmbeddedExpression] {
      lets(of: schema)
        + schema.children("pattern").filter {
          $0.attribute("abstract") != "true" && $0.attribute("is-a") == nil
        }
        .flatMap { pattern in lets(of: pattern) + pattern.children("rule").flatMap(rule) }
    }

    private func lets(of element: Element) -> [EmbeddedExpression] {
      element.children("let").compactMap { expression($0, "value", .root, atEachNode: false) }
    }

    private func rule(_ rule: Element) -> [EmbeddedExpression] {
      guard rule.attribute("abstract") != "true", let context = rule.attribute("context") else { return [] }
      let pattern = Result { () throws(XPathFault) in
        try XPathSyntax(pattern: context, namespaces: namespaces)
      }
      let origin: Origin = if case .success(let syntax) = pattern { .rule(syntax) } else { .unknown }
      var result = [
        EmbeddedExpression(
          criterion: criterion, element: rule, attribute: "context", namespaces: namespaces, parsed: pattern,
          isEvaluatedAtEachNode: false, origin: .root)
      ]
      for child in rule.children {
        switch child.name {
        case "let": result += [expression(child, "value", origin)].compactMap { $0 }
        case "assert", "report":
          result += [expression(child, "test", origin)].compactMap { $0 }
          result += child.children("value-of").compactMap { expression($0, "select", origin) }
        default: break
        }
      }
      return result
    }

    private func expression(
      _ element: Element, _ attribute: String, _ origin: Origin, atEachNode: Bool = true
    ) -> EmbeddedExpression? {
      guard let text = element.attribute(attribute) else { return nil }
      return EmbeddedExpression(
        criterion: criterion, element: element, attribute: attribute, namespaces: namespaces,
        parsed: Result { () throws(XPathFault) in
          try XPathSyntax(expression: text, namespaces: namespaces)
        }, isEvaluatedAtEachNode: atEachNode, origin: origin)
    }
  }
}
