import Source
import XML
import XPath

/// One validator at work on one document.
final class Evaluation {
  private let validator: Validator
  private let instance: Document
  private let store: DocumentStore
  private let keys: KeyIndex
  private var variables: [String: XPathValue] = [:]
  /// Bytes that the variables in scope hold.
  private var held = 0
  /// The trees of variables by their text. They stay until the end: values may hold their nodes.
  private var trees: [String: Document] = [:]
  /// What `document()` with a plain string starts from: the file of the query that is evaluated.
  private var base: String?
  private var maps: [ObjectIdentifier: SourceMap] = [:]
  private var locations = Locations()
  private lazy var made: Result<XPathContext, XPathFault> = makeContext()

  init(_ validator: Validator, _ instance: Document, path: String?) throws(Refusal) {
    self.validator = validator
    self.instance = instance
    store = DocumentStore(instance: instance, path: path, schema: validator.schema)
    keys = KeyIndex(validator.schema.keys)
  }

  private func makeContext() -> Result<XPathContext, XPathFault> {
    var namespaces: [String: String] = [:]
    for namespace in validator.schema.namespaces { namespaces[namespace.prefix] = namespace.uri }
    namespaces.merge(validator.schema.aliases) { $1 }
    do throws(XPathFault) {
      return .success(
        try XPathContext(namespaces: namespaces, environment: self, limits: validator.schema.limits))
    } catch {
      return .failure(error)
    }
  }

  func run() throws(Refusal) -> [ValidationResult.ActivePattern] {
    // Values look at their nodes when they are freed, so they go before the documents do.
    defer { variables = [:] }
    let root = instance.rootNode
    try define(validator.schema.variables, at: root)
    try define(validator.phase?.variables ?? [], at: root)
    let shared = (variables, held)
    var result: [ValidationResult.ActivePattern] = []
    for (number, pattern) in validator.patterns.enumerated() {
      (variables, held) = shared
      try define(pattern.variables, at: root)
      let documents = try documents(of: pattern)
      var fired: [ValidationResult.FiredRule] = []
      var matched: Set<Int> = []
      for document in documents { fired += try apply(pattern, to: document, &matched) }
      result.append(
        .init(
          id: pattern.id, title: pattern.title, role: pattern.role, documents: documents.map(\.source.name),
          rules: fired, idle: Self.idle(pattern, number: number + 1, matched)))
    }
    return result
  }

  /// What of a pattern checked nothing, when the rules with these numbers matched nodes.
  private static func idle(
    _ pattern: SchematronSchema.Pattern, number: Int, _ matched: Set<Int>
  ) -> [ValidationResult.IdleRule] {
    guard !pattern.rules.isEmpty else {
      return [.init(why: .holdsNoRule, name: pattern.id ?? pattern.title ?? String(number))]
    }
    return pattern.rules.enumerated().compactMap { index, rule in
      let name = (rule.id.map { $0 + ": " } ?? "") + rule.context.text.collapsingWhitespace()
      if !rule.asks { return .init(why: .asksNothing, name: name) }
      return matched.contains(index) ? nil : .init(why: .matchesNothing, name: name)
    }
  }

  /// 5.4.9: each item of `documents` is a reference; without it the instance is meant.
  private func documents(of pattern: SchematronSchema.Pattern) throws(Refusal) -> [Document] {
    guard let query = pattern.documents else { return [instance] }
    let references = try evaluate(query, at: instance.rootNode).strings
    var found: [Document] = []
    for reference in references {
      let document: Document
      do throws(XPathFault.Kind) {
        document = try store.document(reference, base: store.path(of: instance))
      } catch {
        throw store.refusal ?? query.site.refusal(XPathFault(error, in: query.text, at: nil))
      }
      if !found.contains(where: { $0 === document }) { found.append(document) }
    }
    return found
  }

  private func define(_ definitions: [SchematronSchema.Variable], at node: Node) throws(Refusal) {
    for definition in definitions { try define(definition, at: node) }
  }

  private func define(_ definition: SchematronSchema.Variable, at node: Node) throws(Refusal) {
    let value = try value(of: definition, at: node)
    held += value.bytes
    let limit = validator.schema.limits.expression.held
    if held > limit {
      let fault = XPathFault.Kind.textLimit(bytes: limit)
      if case .query(let query) = definition.value {
        throw query.site.refusal(XPathFault(fault, in: query.text, at: nil))
      }
      throw Refusal(source: validator.schema.source.name, cause: fault)
    }
    variables[definition.name] = value
  }

  private func value(of definition: SchematronSchema.Variable, at node: Node) throws(Refusal) -> XPathValue {
    switch definition.value {
    case .query(let query): return try evaluate(query, at: node)
    case .content(let xml):
      let tree = try tree(xml, of: definition.name)
      // The element around the content stands for the root of the tree that the variable holds.
      guard let value = XPathValue(Node(tree.root)) else {
        throw Refusal(source: "$" + definition.name, cause: MarkupFault.notXML)
      }
      return value
    }
  }

  private func tree(_ xml: String, of name: String) throws(Refusal) -> Document {
    if let known = trees[xml] { return known }
    let source = try SourceText(name: "$" + name, stored: Array("<tree>\(xml)</tree>".utf8))
    let tree = try Document(source, limits: validator.schema.limits)
    trees[xml] = tree
    return tree
  }

  /// 5.4.12: of the rules of a pattern the first that matches a node applies to it.
  private func apply(
    _ pattern: SchematronSchema.Pattern, to document: Document, _ matched: inout Set<Int>
  ) throws(Refusal) -> [ValidationResult.FiredRule] {
    var matching = Matching()
    for (number, rule) in pattern.rules.enumerated() {
      let nodes = try faults(of: rule.context) { context, expression throws(XPathFault) in
        try context.matches(expression, in: document)
      }
      if !nodes.isEmpty { matched.insert(number) }
      matching.add(nodes, rule: number)
    }
    let outer = (variables, held)
    defer { (variables, held) = outer }
    var fired: [ValidationResult.FiredRule] = []
    for (node, number) in matching.ordered {
      (variables, held) = outer
      fired.append(try fire(pattern.rules[number], of: pattern, at: node))
    }
    return fired
  }

  private func fire(
    _ rule: SchematronSchema.Rule, of pattern: SchematronSchema.Pattern, at node: Node
  ) throws(Refusal) -> ValidationResult.FiredRule {
    var findings: [SchematronFinding] = []
    for step in rule.steps {
      switch step {
      case .variable(let variable): try define(variable, at: node)
      case .assertion(let assertion):
        let holds = try evaluate(assertion.test, at: node).boolean
        if holds == assertion.isReport { findings.append(try finding(assertion, rule, pattern, at: node)) }
      }
    }
    return .init(
      document: node.document.source.name, id: rule.id, context: rule.context.text, role: rule.role,
      flag: rule.flag, asks: rule.asks, findings: findings)
  }

  private func finding(
    _ assertion: SchematronSchema.Assertion, _ rule: SchematronSchema.Rule,
    _ pattern: SchematronSchema.Pattern, at node: Node
  ) throws(Refusal) -> SchematronFinding {
    // What stands nearest decides; where nothing says anything, the finding counts.
    let weight = assertion.weight ?? rule.weight ?? pattern.weight ?? validator.phase?.weight ?? .counts
    var subject = node
    if let query = assertion.subject ?? rule.subject {
      subject = try evaluate(query, at: node).nodes.first ?? node
    }
    let filling = Filling(node: node, evaluate: evaluate)
    return SchematronFinding(
      kind: assertion.isReport ? .successfulReport : .failedAssertion, id: assertion.id,
      test: assertion.test.text, role: assertion.role, flag: assertion.flag,
      severity: assertion.severity, weight: weight, language: assertion.message.language,
      document: subject.document.source.name,
      position: position(of: subject), location: locations.location(of: subject),
      message: try filling.fill(assertion.message),
      diagnostics: try filling.fill(assertion.diagnostics),
      properties: try filling.fill(assertion.properties))
  }

  private func position(of node: Node) -> Position {
    let key = ObjectIdentifier(node.document)
    let map = maps[key] ?? SourceMap(node.document.source)
    maps[key] = map
    guard let number = node.elementNumber else { return Position(line: 1, column: 1) }
    return map.position(ofElement: number)
  }

  // MARK: Queries

  private func evaluate(_ query: Query, at node: Node) throws(Refusal) -> XPathValue {
    try faults(of: query) { context, expression throws(XPathFault) in
      try context.evaluate(expression, at: node)
    }
  }

  private func faults<T>(
    of query: Query, _ body: (XPathContext, XPathExpression) throws(XPathFault) -> T
  ) throws(Refusal) -> T {
    let outer = base
    base = query.base
    defer { base = outer }
    do throws(XPathFault) {
      return try body(try made.get(), validator.expressions[query.number])
    } catch {
      throw query.site.refusal(error)
    }
  }
}

extension Evaluation: XPathEnvironment {
  func variable(_ name: String) -> XPathValue? { variables[name] }

  func number(of document: Document) -> Int { store.number(of: document) }

  func document(
    _ reference: String, relativeTo document: Document?
  ) throws(XPathFault.Kind) -> Document {
    try store.document(reference, base: document.map { store.path(of: $0) } ?? base)
  }

  func nodes(
    key name: String, values: [String], in document: Document
  ) throws(XPathFault.Kind) -> [Node] {
    try keys.nodes(name, values, in: document) { query, work throws(XPathFault) in
      try work(try made.get(), validator.expressions[query.number])
    }
  }
}
