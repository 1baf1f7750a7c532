import XPath

/// What the paths of an XPath expression can reach in a plan that `master-plan.xsd` allows.
struct PathAnalysis {
  /// A step that reaches nothing in any valid plan.
  struct DeadStep {
    let step: XPathSyntax.Step
    let why: Why
  }

  enum Why: Equatable {
    /// The plan's elements are in a namespace; a name without a prefix means none of them.
    case noPrefix
    case otherNamespace(String)
    /// Such a thing does not stand there.
    case notThere
  }

  let deadSteps: [DeadStep]
  /// What each step can reach; nil where nobody can tell.
  let reached: [Set<PlanGrammar.Kind>?]

  /// - Parameters:
  ///   - context: what the context node of the expression can be.
  ///   - namespaces: what prefixes mean.
  init(
    _ syntax: XPathSyntax, context: Set<PlanGrammar.Kind>, grammar: PlanGrammar,
    namespaces: [String: String]
  ) {
    var reached: [Set<PlanGrammar.Kind>?] = []
    var dead: [DeadStep] = []
    for step in syntax.steps {
      let start: Set<PlanGrammar.Kind>? =
        switch step.from {
        case .root: [.root]
        case .context: context
        case .step(let index): reached[index]
        case .unknown: nil
        }
      guard let start, !start.isEmpty, let found = grammar.reach(step.axis, from: start) else {
        // Unknown, or the consequence of a step that is dead already.
        reached.append(start.map { $0.isEmpty ? [] : nil } ?? nil)
        continue
      }
      let (kept, why) = Self.test(step, found, grammar, namespaces)
      if kept.isEmpty { dead.append(DeadStep(step: step, why: why)) }
      reached.append(kept)
    }
    self.reached = reached
    deadSteps = dead
  }

  private static func test(
    _ step: XPathSyntax.Step, _ kinds: Set<PlanGrammar.Kind>, _ grammar: PlanGrammar,
    _ namespaces: [String: String]
  ) -> (Set<PlanGrammar.Kind>, Why) {
    switch step.test {
    case "node()", "comment()", "processing-instruction()": return (kinds, .notThere)
    case "text()":
      return (kinds.filter { if case .text = $0 { true } else { false } }, .notThere)
    case "*":
      return (
        kinds.filter {
          switch $0 {
          case .element, .attribute: true
          case .root, .text: false
          }
        }, .notThere
      )
    default: break
    }
    let parts = step.test.split(separator: ":", maxSplits: 1).map(String.init)
    let local = parts.last ?? ""
    let prefix = parts.count == 2 ? parts[0] : nil
    if step.axis == "attribute" {
      if let prefix { return (prefix == "xml" ? kinds : [], .otherNamespace(prefix)) }
      return (kinds.filter { if case .attribute(local, _) = $0 { true } else { false } }, .notThere)
    }
    guard let prefix else { return ([], .noPrefix) }
    guard namespaces[prefix] == grammar.namespace else { return ([], .otherNamespace(prefix)) }
    if local == "*" { return (kinds.filter { if case .element = $0 { true } else { false } }, .notThere) }
    return (kinds.filter { if case .element(local, _) = $0 { true } else { false } }, .notThere)
  }
}
