import Source

/// Puts the content of abstract rules where rules extend them (ISO/IEC 19757-3, 5.4.3 and 5.4.12). A rule
/// extends rules of its own pattern alone.
struct AbstractRules {
  /// Identifiers of abstract rules, in whatever pattern.
  private let everywhere: Set<String>
  /// Identifiers of rules that cannot be extended.
  private let concrete: Set<String>
  private let limits: Limits
  private var made = 0

  /// - Parameter patterns: the concrete patterns and the abstract ones as they are written.
  init(_ patterns: [SchemaElement], limits: Limits) throws(Refusal) {
    self.limits = limits
    var found: Set<String> = []
    for pattern in patterns { found.formUnion(try Self.abstract(in: pattern).keys) }
    everywhere = found
    concrete = Set(patterns.flatMap { $0.elements("rule").compactMap { $0["id"] } }).subtracting(found)
  }

  /// The concrete rules of `pattern`, each with all that it extends.
  mutating func rules(of pattern: SchemaElement) throws(Refusal) -> [SchemaElement] {
    let own = try Self.abstract(in: pattern)
    var result: [SchemaElement] = []
    for rule in pattern.elements("rule") {
      guard try !rule.isAbstract else { continue }
      result.append(try extend(rule, own, trail: []))
    }
    return result
  }

  private mutating func extend(
    _ rule: SchemaElement, _ own: [String: SchemaElement], trail: [String]
  ) throws(Refusal) -> SchemaElement {
    var result = rule
    result.content = []
    for item in rule.content {
      guard case .element(let child) = item, child.isSchematron, child.localName == "extends" else {
        result.content.append(item)
        continue
      }
      let name = try child.required("rule")
      guard !trail.contains(name) else { throw child.refusal(.cycle(trail + [name]), at: "rule") }
      guard trail.count < limits.schema.extensions else {
        throw child.refusal(.tooDeep(limit: limits.schema.extensions), at: "rule")
      }
      guard let base = own[name] else {
        throw child.refusal(
          everywhere.contains(name)
            ? .ruleOfAnotherPattern(name)
            : concrete.contains(name)
              ? .notAbstract(kind: .rule, name: name) : .undefined(kind: .rule, name: name), at: "rule")
      }
      result.content += try extend(base, own, trail: trail + [name]).content
      made += 1 + result.content.count
      guard made <= limits.schema.elements else {
        throw child.refusal(.tooLarge(limit: limits.schema.elements))
      }
    }
    return result
  }

  private static func abstract(in pattern: SchemaElement) throws(Refusal) -> [String: SchemaElement] {
    var found: [String: SchemaElement] = [:]
    for rule in pattern.elements("rule") where try rule.isAbstract {
      let id = try rule.required("id")
      if rule["context"] != nil { throw rule.refusal(.conflictingAttributes("abstract", "context")) }
      guard found.updateValue(rule, forKey: id) == nil else {
        throw rule.refusal(.repeated(kind: .rule, name: id), at: "id")
      }
    }
    return found
  }
}
