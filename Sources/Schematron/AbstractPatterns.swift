import Source
import XML

/// Instantiates abstract patterns (ISO/IEC 19757-3, 5.4.8 and 5.4.9): a pattern with `is-a` becomes
/// the abstract pattern's content with its parameters replaced.
struct AbstractPatterns {
  private let abstract: [String: SchemaElement]
  private let concrete: Set<String>
  private let limits: Limits
  private var made = 0

  init(_ schema: SchemaElement, limits: Limits) throws(Refusal) {
    self.limits = limits
    var found: [String: SchemaElement] = [:]
    for pattern in schema.elements("pattern") where try pattern.isAbstract {
      let id = try pattern.required("id")
      if pattern["is-a"] != nil { throw pattern.refusal(.conflictingAttributes("abstract", "is-a")) }
      guard found.updateValue(pattern, forKey: id) == nil else {
        throw pattern.refusal(.repeated(kind: .pattern, name: id), at: "id")
      }
    }
    abstract = found
    concrete = Set(schema.elements("pattern").compactMap { $0["id"] }).subtracting(found.keys)
  }

  /// The concrete pattern that `instance` stands for.
  mutating func instantiate(_ instance: SchemaElement) throws(Refusal) -> SchemaElement {
    guard let name = instance["is-a"] else { return instance }
    guard let template = abstract[name] else {
      throw instance.refusal(
        concrete.contains(name)
          ? .notAbstract(kind: .pattern, name: name) : .undefined(kind: .pattern, name: name), at: "is-a")
    }
    var parameters: [String: String] = [:]
    for parameter in template.elements("param") {
      parameters[try parameter.required("name")] = parameter["value"]
    }
    var given: Set<String> = []
    for parameter in instance.elements("param") {
      let name = try parameter.required("name")
      guard given.insert(name).inserted else {
        throw parameter.refusal(.repeated(kind: .parameter, name: name), at: "name")
      }
      parameters[name] = try parameter.required("value")
    }
    var result = try substitute(parameters, in: template)
    result.attributes = instance.attributes
    result.place = instance.place
    for attribute in result.attributes.indices {
      result.attributes[attribute] = try substituted(parameters, in: result.attributes[attribute], of: result)
    }
    if instance["documents"] == nil, let documents = template.attribute("documents") {
      result.attributes.append(try substituted(parameters, in: documents, of: instance))
    }
    let own = instance.content.filter {
      guard case .element(let child) = $0 else { return false }
      return child.localName != "param"
    }
    result.content =
      own
      + result.content.filter {
        guard case .element(let child) = $0 else { return true }
        return child.localName != "param" || !child.isSchematron
      }
    return result
  }

  private mutating func substitute(
    _ parameters: [String: String], in element: SchemaElement
  ) throws(Refusal) -> SchemaElement {
    made += 1
    guard made <= limits.schemaElements else {
      throw element.refusal(.tooLarge(limit: limits.schemaElements))
    }
    var result = element
    for index in result.attributes.indices {
      result.attributes[index] = try substituted(parameters, in: result.attributes[index], of: element)
    }
    result.content = []
    for item in element.content {
      if case .element(let child) = item {
        result.content.append(.element(try substitute(parameters, in: child)))
      } else {
        result.content.append(item)
      }
    }
    return result
  }

  private static let queries: Set<String> = [
    "test", "context", "select", "path", "value", "documents", "subject",
  ]

  private func substituted(
    _ parameters: [String: String], in attribute: SchemaElement.Attribute, of element: SchemaElement
  ) throws(Refusal) -> SchemaElement.Attribute {
    guard attribute.namespace == nil, Self.queries.contains(attribute.localName),
      attribute.value.contains("$")
    else { return attribute }
    var result = attribute
    guard let value = expand(attribute.value, parameters) else {
      throw Refusal(
        source: element.place.file.source.name, position: element.place.position,
        cause: MarkupFault.textTooLong(limit: limits.expandedExpression))
    }
    result.value = value
    if result.value != attribute.value { result.isVerbatim = false }
    return result
  }

  /// Replaces each `$name` that names a parameter; a longer name is another name. Nil when the
  /// result is longer than the limit.
  private func expand(_ text: String, _ parameters: [String: String]) -> String? {
    var result = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let after = rest.index(after: dollar)
      var name = rest[after...].prefix { String($0).isNamePart }
      // A dot or hyphen at the end belongs to the text when the name without it is a parameter.
      while parameters[String(name)] == nil, let last = name.last, last == "." || last == "-" {
        name = name.dropLast()
      }
      result += parameters[String(name)] ?? "$" + name
      rest = rest[name.endIndex...]
      if result.utf8.count > limits.expandedExpression { return nil }
    }
    return result + rest
  }
}

extension String {
  fileprivate var isNamePart: Bool { ("a" + self).isUncolonedName }
}

extension SchemaElement {
  var isAbstract: Bool {
    get throws(Refusal) {
      switch self["abstract"] {
      case "true", "1": return true
      case nil, "false", "0": return false
      case .some(let other): throw refusal(.badFlag(other), at: "abstract")
      }
    }
  }
}
