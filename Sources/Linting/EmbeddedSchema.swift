import Catalogue
import Schematron
import XML
import XPath

/// Reads the expressions of one Schematron schema that stands inside a criterion, as they will be evaluated:
/// abstract patterns where they are instantiated, abstract rules where they are extended, diagnostics where
/// an assertion names them (ISO/IEC 19757-3, 5.4).
struct EmbeddedSchema {
  private let criterion: String
  private let schema: Element
  private let namespaces: [String: String]
  private let abstractPatterns: [String: Element]
  /// Abstract rules by their ids; those of the pattern at hand come first.
  private let abstractRules: [String: Element]
  private let details: [String: Element]
  private var found: [EmbeddedExpression] = []
  private var seen: Set<Seen> = []

  /// Expressions past this many are left out: rules that extend each other can multiply without end.
  private static let most = 10_000
  private static let deepest = 16

  private struct Seen: Hashable {
    let element: Node
    let attribute: String
    let text: String
    let context: String
  }

  /// What an expression is evaluated in.
  private struct Scope {
    var parameters: ParameterText.Parameters
    /// Abstract rules of the same pattern.
    var rules: [String: Element]
    var origin = EmbeddedExpression.Origin.root
    var context = ""
    var isAtEachNode = false
  }

  init(_ schema: Element, of criterion: String) {
    self.criterion = criterion
    self.schema = schema
    namespaces = Dictionary(
      schema.children("ns").map { ($0.attribute("prefix") ?? "", $0.attribute("uri") ?? "") }
    ) { first, _ in first }
    let patterns = schema.children("pattern")
    abstractPatterns = Self.byID(patterns.filter(\.isAbstract))
    abstractRules = Self.byID(patterns.flatMap { $0.children("rule").filter(\.isAbstract) })
    details = Self.byID(
      schema.children("diagnostics").flatMap { $0.children("diagnostic") }
        + schema.children("properties").flatMap { $0.children("property") })
  }

  private static func byID(_ elements: [Element]) -> [String: Element] {
    Dictionary(elements.map { ($0.attribute("id") ?? "", $0) }) { first, _ in first }
  }

  mutating func expressions() -> [EmbeddedExpression] {
    let whole = Scope(parameters: [:], rules: [:])
    lets(of: schema, whole)
    for phase in schema.children("phase") { lets(of: phase, whole) }
    for pattern in schema.children("pattern") where !pattern.isAbstract { read(pattern) }
    return found
  }

  private mutating func read(_ pattern: Element) {
    read(rulesOf: pattern, [:])
    guard let name = pattern.attribute("is-a"), let template = abstractPatterns[name] else { return }
    let parameters = (template.children("param") + pattern.children("param")).map {
      ($0.attribute("name") ?? "", $0)
    }
    read(rulesOf: template, Dictionary(parameters) { _, last in last })
  }

  private mutating func read(rulesOf pattern: Element, _ parameters: ParameterText.Parameters) {
    let rules = pattern.children("rule")
    let scope = Scope(parameters: parameters, rules: Self.byID(rules.filter(\.isAbstract)))
    lets(of: pattern, scope)
    for rule in rules where !rule.isAbstract { read(rule, scope) }
  }

  private mutating func read(_ rule: Element, _ outer: Scope) {
    guard let context = text(of: rule, "context", outer) else { return }
    let pattern = Result { () throws(XPathFault) in
      try XPathSyntax(pattern: context.text, namespaces: namespaces)
    }
    add(rule, context, "context", pattern, outer)
    var scope = outer
    scope.origin = if case .success(let syntax) = pattern { .rule(syntax) } else { .unknown }
    scope.context = context.text
    scope.isAtEachNode = true
    readContent(of: rule, scope, trail: [])
  }

  private mutating func readContent(of rule: Element, _ scope: Scope, trail: [String]) {
    add(rule, "subject", scope)
    for child in rule.children where found.count < Self.most {
      switch child.name {
      case "let": add(child, "value", scope)
      case "assert", "report":
        add(child, "test", scope)
        add(child, "subject", scope)
        words(in: child, scope)
        for id in child.words("diagnostics") + child.words("properties") {
          if let detail = details[id] { words(in: detail, scope) }
        }
      case "extends": extend(child, scope, trail)
      default: break
      }
    }
  }

  private mutating func extend(_ extends: Element, _ scope: Scope, _ trail: [String]) {
    guard let name = extends.attribute("rule"), !trail.contains(name), trail.count < Self.deepest else {
      return
    }
    if let own = scope.rules[name] {
      readContent(of: own, scope, trail: trail + [name])
    } else if let other = abstractRules[name] {
      var scope = scope
      scope.parameters = [:]
      readContent(of: other, scope, trail: trail + [name])
    }
  }

  /// What a message puts in: `value-of` and `name`, at any depth.
  private mutating func words(in message: Element, _ scope: Scope) {
    for child in message.children {
      switch child.name {
      case "value-of", "copy-of": add(child, "select", scope)
      case "name": add(child, "path", scope)
      default: words(in: child, scope)
      }
    }
  }

  private mutating func lets(of element: Element, _ scope: Scope) {
    for child in element.children("let") { add(child, "value", scope) }
  }

  private mutating func add(_ element: Element, _ attribute: String, _ scope: Scope) {
    guard let written = text(of: element, attribute, scope) else { return }
    let parsed = Result { () throws(XPathFault) in
      try XPathSyntax(expression: written.text, namespaces: namespaces)
    }
    add(element, written, attribute, parsed, scope)
  }

  private mutating func add(
    _ element: Element, _ written: ParameterText, _ attribute: String,
    _ parsed: Result<XPathSyntax, XPathFault>, _ scope: Scope
  ) {
    let key = Seen(
      element: Node(element), attribute: attribute, text: written.text, context: scope.context)
    guard found.count < Self.most, seen.insert(key).inserted else { return }
    found.append(
      EmbeddedExpression(
        criterion: criterion, attribute: attribute, namespaces: namespaces, parsed: parsed,
        isEvaluatedAtEachNode: scope.isAtEachNode, written: written, origin: scope.origin))
  }

  private func text(of element: Element, _ attribute: String, _ scope: Scope) -> ParameterText? {
    element.attribute(attribute).map {
      ParameterText($0, in: ParameterText.Origin(element: element, attribute: attribute), scope.parameters)
    }
  }
}

extension Element {
  fileprivate var isAbstract: Bool { ["true", "1"].contains(attribute("abstract")) }
}
