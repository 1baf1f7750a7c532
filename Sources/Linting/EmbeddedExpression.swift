import Catalogue
import XPath

/// One expression of XPath in a Schematron schema that stands inside a criterion.
struct EmbeddedExpression {
  let criterion: String
  /// The attribute that it stands in, such as `test`.
  let attribute: String
  let namespaces: [String: String]
  let parsed: Result<XPathSyntax, XPathFault>
  /// Whether it is worked out again for every node that a rule matches.
  let isEvaluatedAtEachNode: Bool
  let written: ParameterText
  let origin: Origin

  /// Where the context node of an expression comes from.
  enum Origin {
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

  /// Where a character of the expression is written.
  func place(at offset: Int) -> RuleTarget { written.place(at: offset) }

  /// The expressions of a criterion, in the order in which they stand.
  static func all(in entry: Entry) -> [EmbeddedExpression] {
    entry.facets(named: "schematron").flatMap { facet in
      facet.children.flatMap { schema -> [EmbeddedExpression] in
        var reading = EmbeddedSchema(schema, of: entry.id)
        return reading.expressions()
      }
    }
  }
}
