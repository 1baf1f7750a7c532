import Source
import XML

/// Instantiates abstract patterns (ISO/IEC 19757-3, 5.4.8 and 5.4.9): a pattern with `is-a` becomes
/// the abstract pattern's content with its parameters replaced.
struct AbstractPatterns {
  private let abstract: [String: SchemaElement]
  private let concrete: Set<String>
  private let limits: Limits
  private var made = 0

  /// The abstract patterns of the schema.
  var templates: [SchemaElement] { Array(abstract.values) }

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

  /// A pattern that checks, with the parameters that made it.
  struct Concrete {
    let element: SchemaElement
    let parameters: PatternParameters
  }

  /// The concrete pattern that `instance` stands for.
  mutating func instantiate(_ instance: SchemaElement) throws(Refusal) -> Concrete {
    guard let name = instance["is-a"] else {
      return Concrete(element: instance, parameters: PatternParameters(limits: limits))
    }
    guard let template = abstract[name] else {
      throw instance.refusal(
        concrete.contains(name)
          ? .notAbstract(kind: .pattern, name: name) : .undefined(kind: .pattern, name: name), at: "is-a")
    }
    var parameters = PatternParameters(limits: limits)
    for parameter in template.elements("param") {
      parameters.values[try parameter.required("name")] = parameter["value"]
    }
    var given: Set<String> = []
    for parameter in instance.elements("param") {
      let name = try parameter.required("name")
      guard given.insert(name).inserted else {
        throw parameter.refusal(.repeated(kind: .parameter, name: name), at: "name")
      }
      parameters.values[name] = try parameter.required("value")
    }
    var result = try parameters.substituted(in: template)
    made += result.size
    guard made <= limits.schema.elements else {
      throw instance.refusal(.tooLarge(limit: limits.schema.elements))
    }
    result.attributes = instance.attributes
    result.place = instance.place
    for attribute in result.attributes.indices {
      result.attributes[attribute] = try parameters.substituted(in: result.attributes[attribute], of: result)
    }
    if instance["documents"] == nil, let documents = template.attribute("documents") {
      result.attributes.append(try parameters.substituted(in: documents, of: instance))
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
    return Concrete(element: result, parameters: parameters)
  }
}

/// The parameters of one instance of an abstract pattern. They hold in all its expressions, also in those of
/// the diagnostics and properties that it refers to.
struct PatternParameters {
  var values: [String: String] = [:]
  let limits: Limits

  func substituted(in element: SchemaElement) throws(Refusal) -> SchemaElement {
    guard !values.isEmpty else { return element }
    var result = element
    for index in result.attributes.indices {
      result.attributes[index] = try substituted(in: result.attributes[index], of: element)
    }
    result.content = []
    for item in element.content {
      if case .element(let child) = item {
        result.content.append(.element(try substituted(in: child)))
      } else {
        result.content.append(item)
      }
    }
    return result
  }

  private static let queries: Set<String> = [
    "test", "context", "select", "path", "value", "documents", "subject",
  ]

  func substituted(
    in attribute: SchemaElement.Attribute, of element: SchemaElement
  ) throws(Refusal) -> SchemaElement.Attribute {
    guard attribute.namespace == nil, Self.queries.contains(attribute.localName),
      attribute.value.contains("$")
    else { return attribute }
    var result = attribute
    guard let value = expand(attribute.value) else {
      throw Refusal(
        source: element.place.file.source.name, position: element.place.position,
        cause: MarkupFault.textTooLong(limit: limits.expression.expanded))
    }
    result.value = value
    if result.value != attribute.value { result.isVerbatim = false }
    return result
  }

  /// Replaces each `$name` that names a parameter; a longer name is another name. Nil when the
  /// result is longer than the limit.
  private func expand(_ text: String) -> String? {
    var result = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let after = rest.index(after: dollar)
      var name = rest[after...].prefix { String($0).isNamePart }
      // A dot or hyphen at the end belongs to the text when the name without it is a parameter.
      while values[String(name)] == nil, let last = name.last, last == "." || last == "-" {
        name = name.dropLast()
      }
      result += values[String(name)] ?? "$" + name
      rest = rest[name.endIndex...]
      if result.utf8.count > limits.expression.expanded { return nil }
    }
    return result + rest
  }
}

extension String {
  fileprivate var isNamePart: Bool { ("a" + self).isUncolonedName }
}

extension SchemaElement {
  /// The number of elements in it, itself among them.
  fileprivate var size: Int { elements.reduce(1) { $0 + $1.size } }

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
