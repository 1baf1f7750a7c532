import XML

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

/// The nearest of several names, if one is near: for "did you mean".
enum Suggestion {
  static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let most = max(1, name.count / 3)
    return names.filter { !$0.isEmpty }.map { ($0, distance(name, $0)) }.filter { $0.1 <= most }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Edit distance (Levenshtein).
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == right[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
