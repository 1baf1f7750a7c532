import Source
import XPath

/// Turns the resolved tree of a schema into what is evaluated.
struct SchemaCompiler {
  private let schema: SchemaElement
  private let limits: Limits
  private let details: Details
  private let abstractPatterns: AbstractPatterns
  private(set) var compiler: QueryCompiler
  private(set) var phases: [SchematronSchema.Phase] = []
  private(set) var patterns: [SchematronSchema.Pattern] = []
  private(set) var variables: [SchematronSchema.Variable] = []
  private(set) var keys: [SchematronSchema.Key] = []

  init(_ schema: SchemaElement, prefixes: [String: String], limits: Limits) throws(Refusal) {
    self.schema = schema
    self.limits = limits
    compiler = QueryCompiler(namespaces: prefixes, limits: limits)
    details = try Details(schema)
    abstractPatterns = try AbstractPatterns(schema, limits: limits)
  }

  mutating func read() throws(Refusal) {
    try readKeys()
    let definitions = schema.elements("let")
    let scope = try Scope().with(definitions)
    variables = try scope.ordered(definitions, &compiler)
    let concrete = try concretePatterns()
    let phaseScopes = try readPhases(scope, patterns: concrete)
    var abstractRules = try AbstractRules(
      concrete.map(\.element) + schema.elements("pattern"), limits: limits)
    for pattern in concrete {
      let scopes = pattern.element["id"].map { id in phaseScopes.filter { $0.active.contains(id) } } ?? []
      let rules = try abstractRules.rules(of: pattern.element)
      patterns.append(
        try read(pattern.element, pattern.parameters, rules: rules, schema: scope, phases: scopes))
    }
    for query in compiler.queries { try checkLiterals(query) }
    try details.check(compiler, templates: abstractPatterns.templates)
  }

  // MARK: Keys (annex C: XSLT 1.0, 12.2)

  private mutating func readKeys() throws(Refusal) {
    for element in schema.elements
    where element.namespace == SchemaElement.transformations && element.localName == "key" {
      let name = try element.required("name")
      let match = try compiler.query(.pattern, in: "match", of: element, variables: [])
      let use = try compiler.query(.expression, in: "use", of: element, variables: [])
      for query in [match, use] {
        if let call = query.syntax.functions.first(where: { $0.name == "key" }) {
          throw query.site.refusal(XPathFault(.notInPattern("key()"), in: query.text, at: call.offset))
        }
      }
      keys.append(.init(name: name, match: match, use: use))
    }
  }

  /// What a literal names can be told before any document: a key that is not there, a document
  /// that is not local.
  private func checkLiterals(_ query: Query) throws(Refusal) {
    for call in query.syntax.functions {
      guard let literal = call.literal else { continue }
      let fault: XPathFault.Kind
      switch call.name {
      case "key" where !keys.contains { $0.name == literal }: fault = .unknownKey(literal)
      case "document" where LocalReference.isRemote(literal): fault = .notLocal(literal)
      default: continue
      }
      throw query.site.refusal(XPathFault(fault, in: query.text, at: call.offset))
    }
  }

  // MARK: Patterns and phases

  private func concretePatterns() throws(Refusal) -> [AbstractPatterns.Concrete] {
    var instances = abstractPatterns
    var ids: Set<String> = []
    var result: [AbstractPatterns.Concrete] = []
    for pattern in schema.elements("pattern") where try !pattern.isAbstract {
      if let id = pattern["id"], !ids.insert(id).inserted {
        throw pattern.refusal(.repeated(kind: .pattern, name: id), at: "id")
      }
      result.append(try instances.instantiate(pattern))
    }
    return result
  }

  private struct PhaseScope {
    let active: Set<String>
    let definitions: [SchemaElement]
  }

  private mutating func readPhases(
    _ scope: Scope, patterns: [AbstractPatterns.Concrete]
  ) throws(Refusal) -> [PhaseScope] {
    let known = Set(patterns.compactMap { $0.element["id"] })
    var scopes: [PhaseScope] = []
    for element in schema.elements("phase") {
      let id = try element.required("id")
      guard !phases.contains(where: { $0.id == id }) else {
        throw element.refusal(.repeated(kind: .phase, name: id), at: "id")
      }
      var active: [String] = []
      for reference in element.elements("active") {
        let name = try reference.required("pattern")
        guard known.contains(name) else {
          let isAbstract = schema.elements("pattern").contains { $0["id"] == name }
          throw reference.refusal(
            isAbstract ? .isAbstract(kind: .pattern, name: name) : .undefined(kind: .pattern, name: name),
            at: "pattern")
        }
        active.append(name)
      }
      let definitions = element.elements("let")
      let inner = try scope.with(definitions)
      phases.append(
        .init(
          id: id, active: active, variables: try inner.ordered(definitions, &compiler),
          weight: element.weight))
      scopes.append(PhaseScope(active: Set(active), definitions: definitions))
    }
    return scopes
  }

  /// A pattern may use what the phases that activate it define. Which of them is current is known
  /// to the validator only, which then refuses what is still missing.
  private mutating func read(
    _ pattern: SchemaElement, _ parameters: PatternParameters, rules: [SchemaElement], schema: Scope,
    phases: [PhaseScope]
  ) throws(Refusal) -> SchematronSchema.Pattern {
    let definitions = pattern.elements("let")
    let first = compiler.queries.count
    var scope = try schema.with(definitions)
    for phase in phases {
      // Each phase meets the pattern alone: only their collisions matter here.
      let meeting = try schema.with(phase.definitions).with(definitions)
      for rule in rules { _ = try meeting.with(rule.elements("let")) }
    }
    let lent = Set(phases.flatMap { $0.definitions.compactMap { $0["name"] } })
    scope = scope.lending(lent)
    let variables = try scope.ordered(definitions, &compiler)
    var compiled: [SchematronSchema.Rule] = []
    for rule in rules { compiled.append(try read(rule, parameters, scope: scope)) }
    let documents = try compiler.optionalQuery(in: "documents", of: pattern, variables: scope.names)
    return .init(
      id: try checkedID(pattern), title: pattern.elements("title").first?.plainText, role: pattern["role"],
      weight: pattern.weight, documents: documents,
      variables: variables, rules: compiled, lent: lent, queries: first..<compiler.queries.count)
  }

  // MARK: Rules and assertions

  private mutating func read(
    _ rule: SchemaElement, _ parameters: PatternParameters, scope: Scope
  ) throws(Refusal) -> SchematronSchema.Rule {
    let context = try compiler.query(.pattern, in: "context", of: rule, variables: scope.names)
    var inner = scope
    var steps: [SchematronSchema.Step] = []
    for child in rule.elements where child.isSchematron {
      switch child.localName {
      case "let":
        let variable = try inner.variable(child, &compiler)
        inner = try inner.with(child)
        steps.append(.variable(variable))
      case "assert", "report": steps.append(.assertion(try readAssertion(child, parameters, scope: inner)))
      default: break
      }
    }
    return .init(
      id: try checkedID(rule), role: rule["role"], flag: rule["flag"], severity: rule["severity"],
      weight: rule.weight, context: context,
      subject: try compiler.optionalQuery(in: "subject", of: rule, variables: inner.names), steps: steps)
  }

  private mutating func readAssertion(
    _ element: SchemaElement, _ parameters: PatternParameters, scope: Scope
  ) throws(Refusal) -> SchematronSchema.Assertion {
    let test = try compiler.query(.expression, in: "test", of: element, variables: scope.names)
    let message = try MessageReader(variables: scope.names).message(element, &compiler)
    return .init(
      isReport: element.localName == "report", id: try checkedID(element), test: test,
      role: element["role"], flag: element["flag"], severity: element["severity"],
      weight: element.weight,
      subject: try compiler.optionalQuery(in: "subject", of: element, variables: scope.names),
      message: message,
      diagnostics: try details.referenced(by: element, .diagnostic, scope, parameters, &compiler),
      properties: try details.referenced(by: element, .property, scope, parameters, &compiler))
  }

  /// Identifiers are names (`xs:ID`), and SVRL repeats them as such.
  private func checkedID(_ element: SchemaElement) throws(Refusal) -> String? {
    if let id = element["id"], !id.isUncolonedName { throw element.refusal(.badName(id), at: "id") }
    return element["id"]
  }
}

extension Scope {
  /// The scope with names that only some phases define.
  fileprivate func lending(_ lent: Set<String>) -> Scope {
    var result = self
    result.add(lent)
    return result
  }
}
