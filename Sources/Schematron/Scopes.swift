import Source

/// The variables of a schema, phase, pattern or rule and what may refer to them (ISO/IEC 19757-3,
/// 5.4.5). Schema, phase and pattern are open to each other in any order; in a rule a variable is
/// known after its definition. A name is defined once among all scopes that meet.
struct Scope {
  private(set) var names: Set<String> = []

  mutating func add(_ more: Set<String>) { names.formUnion(more) }

  func with(_ element: SchemaElement) throws(Refusal) -> Scope {
    var result = self
    let name = try element.required("name")
    guard result.names.insert(name).inserted else {
      throw element.refusal(.variableCollision(name), at: "name")
    }
    return result
  }

  func with(_ elements: [SchemaElement]) throws(Refusal) -> Scope {
    var result = self
    for element in elements { result = try result.with(element) }
    return result
  }

  /// The definitions of one scope in an order in which each follows those that it uses.
  func ordered(
    _ elements: [SchemaElement], _ compiler: inout QueryCompiler
  ) throws(Refusal) -> [SchematronSchema.Variable] {
    var waiting: [(element: SchemaElement, variable: SchematronSchema.Variable, uses: Set<String>)] = []
    for element in elements {
      let variable = try variable(element, &compiler)
      var uses: Set<String> = []
      if case .query(let query) = variable.value { uses = Set(query.syntax.variables.map(\.name)) }
      waiting.append((element, variable, uses))
    }
    var result: [SchematronSchema.Variable] = []
    while !waiting.isEmpty {
      let open = Set(waiting.map(\.variable.name))
      guard let ready = waiting.firstIndex(where: { $0.uses.isDisjoint(with: open) }) else {
        throw waiting[0].element.refusal(.variableCycle(waiting[0].variable.name), at: "name")
      }
      result.append(waiting.remove(at: ready).variable)
    }
    return result
  }

  /// One definition whose value may use the names of this scope.
  func variable(
    _ element: SchemaElement, _ compiler: inout QueryCompiler
  ) throws(Refusal) -> SchematronSchema.Variable {
    let name = try element.required("name")
    guard element["value"] != nil else {
      return .init(name: name, value: .content(element.contentXML))
    }
    let query = try compiler.query(.expression, in: "value", of: element, variables: names)
    return .init(name: name, value: .query(query))
  }
}
