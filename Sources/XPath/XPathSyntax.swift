import Source

/// An expression or pattern whose grammar, prefixes, functions and arguments are known to be
/// right: everything that can be told before a document is seen. A value, shared by all workers.
package struct XPathSyntax: Sendable {
  /// A name that the expression uses, and where.
  package struct Reference: Sendable, Equatable {
    package let name: String
    package let offset: Int
    /// The first argument of a function when it is a mere literal.
    package var literal: String?
  }

  /// One step of a location path, for those who ask what a path can reach.
  package struct Step: Sendable, Equatable {
    /// The axis by its full name; `//` is a step of its own along `descendant-or-self`.
    package let axis: String
    /// The name test or node type as written, such as `p:data`, `*`, `node()`.
    package let test: String
    /// Unicode scalars from the start of the expression to the test.
    package let offset: Int
    package let from: Origin
    /// How many predicates stand around the step.
    package let depth: Int
  }

  /// Where a step starts.
  package enum Origin: Sendable, Equatable {
    case root
    /// The context node of the expression.
    case context
    /// What an earlier step of the same expression reaches.
    case step(Int)
    /// The value of a function or a variable.
    case unknown
  }

  /// One alternative of a pattern.
  struct Alternative: Sendable {
    let start: Int
    let end: Int
    /// It names its own origin: `/…`, `key(…)…` or `id(…)…`.
    let isAnchored: Bool
  }

  package let text: String
  package internal(set) var variables: [Reference] = []
  package internal(set) var functions: [Reference] = []
  /// A path compared with a literal for being equal or not.
  package struct Comparison: Sendable, Equatable {
    /// The last step of the path, among `steps`.
    package let step: Int
    package let literal: String
    /// Unicode scalars from the start of the expression to the literal.
    package let offset: Int
  }

  package internal(set) var comparisons: [Comparison] = []
  /// The steps of all location paths, in the order in which they stand.
  package internal(set) var steps: [Step] = []
  var alternatives: [Alternative] = []
  var insertions: [Insertion] = []
  package internal(set) var type = XPathType.unknown
  /// The first step goes along `following` or `preceding`, which libxml2 gets wrong from attributes.
  package internal(set) var startsOnUnreliableAxis: Reference?

  /// Text for libxml2 in place of a piece of the original.
  struct Insertion: Sendable {
    /// At one offset what ends comes before a sign, and that before what begins.
    enum Kind: Int {
      case end, sign, start
    }

    let offset: Int
    let kind: Kind
    let text: String
    var replacing = 0
  }

  init(text: String) {
    self.text = text
  }

  /// An expression (XPath 1.0, 3).
  /// - Parameter aliases: prefixes to evaluate with in place of those that are written.
  /// - Throws: `XPathFault` with the place of the first error.
  package init(
    expression: String, namespaces: [String: String], aliases: [String: String] = [:],
    limits: Limits = Limits()
  ) throws(XPathFault) {
    var parser = try XPathParser(expression, namespaces: namespaces, aliases: aliases, limits: limits)
    self = try parser.expression()
  }

  /// A pattern (XSLT 1.0, 5.2) such as the context of a rule.
  package init(
    pattern: String, namespaces: [String: String], aliases: [String: String] = [:],
    limits: Limits = Limits()
  ) throws(XPathFault) {
    var parser = try XPathParser(pattern, namespaces: namespaces, aliases: aliases, limits: limits)
    self = try parser.pattern()
  }

  /// Refuses an expression that uses a variable that is not in `names`.
  package func requireVariables(_ names: Set<String>) throws(XPathFault) {
    if let missing = variables.first(where: { !names.contains($0.name) }) {
      throw XPathFault(.undefinedVariable(missing.name), in: text, at: missing.offset)
    }
  }

  /// What libxml2 compiles: the same, with comparisons, unions and orderings of node-sets turned
  /// into calls of `count` with more arguments, which `XPathContext` answers in linear time, and so
  /// with conversions to numbers and of numbers.
  var libraryText: String { libraryText(from: 0, to: text.unicodeScalars.count) }

  /// A pattern as expressions that select, from the root, all nodes that match it.
  var selections: [String] {
    alternatives.map { alternative in
      let body = libraryText(from: alternative.start, to: alternative.end)
      return alternative.isAnchored ? body : "/descendant-or-self::node()/" + body
    }
  }

  private func libraryText(from start: Int, to end: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    // The outer of two calls was recorded last: it begins first and ends last.
    let ordered = insertions.enumerated().filter { $0.element.offset >= start && $0.element.offset <= end }
      .sorted { Self.key($0.element, $0.offset) < Self.key($1.element, $1.offset) }.map(\.element)
    var result = String.UnicodeScalarView()
    var offset = start
    for insertion in ordered {
      result.append(contentsOf: scalars[offset..<max(offset, insertion.offset)])
      result.append(contentsOf: insertion.text.unicodeScalars)
      offset = max(offset, insertion.offset) + insertion.replacing
    }
    if offset < end { result.append(contentsOf: scalars[offset..<end]) }
    return String(result)
  }

  private static func key(_ insertion: Insertion, _ number: Int) -> (Int, Int, Int) {
    (insertion.offset, insertion.kind.rawValue, insertion.kind == .start ? -number : number)
  }
}
