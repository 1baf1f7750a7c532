import Source

/// Reads the rich text of assertions, diagnostics and properties.
struct MessageReader {
  let variables: Set<String>

  func message(
    _ element: SchemaElement, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> SchematronSchema.Message {
    SchematronSchema.Message(
      text: try text(element, &compiler), language: element.language,
      space: element.attributes.first { $0.name == "xml:space" }?.value, see: element["see"],
      icon: element["icon"], fpi: element["fpi"])
  }

  /// White space alone is dropped, as XSLT drops it from its templates (XSLT 1.0, 3.4).
  private func text(
    _ element: SchemaElement, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> [SchematronSchema.RichText] {
    var result: [SchematronSchema.RichText] = []
    for item in element.content {
      switch item {
      case .text(let text):
        if element.preservesSpace || text.utf8.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
          result.append(.text(text))
        }
      case .element(let element): result.append(try inline(element, &compiler))
      }
    }
    return result
  }

  private func inline(
    _ element: SchemaElement, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> SchematronSchema.RichText {
    let isInstruction = element.namespace == SchemaElement.transformations
    guard element.isSchematron || isInstruction else { return try foreign(element, &compiler) }
    switch element.localName {
    case "value-of": return .valueOf(try query("select", of: element, &compiler))
    case "copy-of": return .copyOf(try query("select", of: element, &compiler))
    case "name":
      return .name(try compiler.optionalQuery(in: "path", of: element, variables: variables))
    case "dir":
      let attributes = element["value"].map { [(name: "dir", value: $0)] } ?? []
      return .markup(.dir, attributes: attributes, try text(element, &compiler))
    case "span":
      let attributes = element["class"].map { [(name: "class", value: $0)] } ?? []
      return .markup(.span, attributes: attributes, try text(element, &compiler))
    default:
      let attributes = element["class"].map { [(name: "class", value: $0)] } ?? []
      return .markup(.emph, attributes: attributes, try text(element, &compiler))
    }
  }

  private func query(
    _ name: String, of element: SchemaElement, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> Query {
    try compiler.query(.expression, in: name, of: element, variables: variables)
  }

  private func foreign(
    _ element: SchemaElement, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> SchematronSchema.RichText {
    var declared: Set<String> = [SchemaElement.prefix(of: element.name)]
    for attribute in element.attributes where attribute.name.contains(":") {
      declared.insert(SchemaElement.prefix(of: attribute.name))
    }
    let declarations = declared.sorted().compactMap { prefix -> (name: String, value: String)? in
      guard prefix != "xml" else { return nil }
      return (prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", element.namespaces[prefix] ?? "")
    }
    return .foreign(
      name: element.name,
      attributes: declarations + element.attributes.map { (name: $0.name, value: $0.value) },
      try text(element, &compiler))
  }
}

extension SchemaElement {
  static func prefix(of name: String) -> String {
    name.firstIndex(of: ":").map { String(name[..<$0]) } ?? ""
  }
}

/// The diagnostics and properties of a schema (ISO/IEC 19757-3, 5.5). Their expressions are
/// evaluated where an assertion refers to them, so they may use the variables in scope there.
struct Details {
  private let diagnostics: [String: SchemaElement]
  private let properties: [String: SchemaElement]

  init(_ schema: SchemaElement) throws(Refusal) {
    diagnostics = try Self.all(schema.elements("diagnostics"), "diagnostic", .diagnostic)
    properties = try Self.all(schema.elements("properties"), "property", .property)
  }

  private static func all(
    _ groups: [SchemaElement], _ name: String, _ kind: SchematronFault.Kind
  ) throws(Refusal) -> [String: SchemaElement] {
    var found: [String: SchemaElement] = [:]
    for element in groups.flatMap({ $0.elements(name) }) {
      let id = try element.required("id")
      guard found.updateValue(element, forKey: id) == nil else {
        throw element.refusal(.repeated(kind: kind, name: id), at: "id")
      }
    }
    return found
  }

  /// Refuses errors in what no assertion refers to. Its variables cannot be judged: they depend on
  /// the place of the reference.
  /// - Parameter templates: abstract patterns. What they refer to holds their parameters, and is judged
  ///   where they are instantiated.
  func check(_ compiler: QueryCompiler, templates: [SchemaElement]) throws(Refusal) {
    let assertions = templates.flatMap { $0.elements("rule") }.flatMap {
      $0.elements("assert") + $0.elements("report")
    }
    func open(_ attribute: String) -> Set<String> { Set(assertions.flatMap { Self.names($0, attribute) }) }
    let all =
      diagnostics.filter { !open("diagnostics").contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
      + properties.filter { !open("properties").contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    for element in all {
      var trial = compiler
      trial.acceptsAllVariables = true
      _ = try MessageReader(variables: []).message(element, &trial)
    }
  }

  /// What the attribute `diagnostics` or `properties` of an assertion names, in its order.
  /// - Parameter parameters: of the instance of an abstract pattern that the assertion stands in (5.4.8).
  func referenced(
    by assertion: SchemaElement, _ kind: SchematronFault.Kind, _ scope: Scope,
    _ parameters: PatternParameters, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> [SchematronSchema.Detail] {
    let attribute = kind == .diagnostic ? "diagnostics" : "properties"
    let known = kind == .diagnostic ? diagnostics : properties
    var result: [SchematronSchema.Detail] = []
    for id in Self.names(assertion, attribute) {
      guard let written = known[id] else {
        throw assertion.refusal(.undefined(kind: kind, name: id), at: attribute)
      }
      let element = try parameters.substituted(in: written)
      let message = try MessageReader(variables: scope.names).message(element, &compiler)
      result.append(
        .init(id: id, role: element["role"], scheme: element["scheme"], message: message))
    }
    return result
  }

  private static func names(_ assertion: SchemaElement, _ attribute: String) -> [String] {
    (assertion[attribute] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
