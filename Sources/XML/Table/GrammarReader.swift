import Source

/// Reads a `Grammar` from an XML Schema. It understands what `master-plan.xsd` needs: named types, sequences
/// of elements that occur once, at most once or any number of times, one `xs:all`, simple content, attribute
/// groups, enumerations, lists of them, a few built-in types with bounds, and key constraints on the
/// grandchildren of the root. What it does not understand it refuses, so that nothing is passed over.
struct GrammarReader {
  private struct NotUnderstood: Error {
    let line: Int

    init(element: Element) { line = element.line }
  }

  private let schema: Element
  private let namespace: String
  private var names: [String] = []
  private var numbers: [String: UInt16] = [:]
  private var types: [Grammar.ElementType] = []
  private var typeNumbers: [String: Int32] = [:]
  private var particles: [Grammar.Particle] = []
  private var attributes: [Grammar.AttributeUse] = []
  private var values: [ValueType] = []
  private var valueNumbers: [String: Int32] = [:]
  private var symbols: [Grammar.Symbol] = []
  private let definitions: [String: Element]

  private init(_ schema: Element, namespace: String) {
    self.schema = schema
    self.namespace = namespace
    definitions = Dictionary(
      schema.children.compactMap { child in child.attribute("name").map { ("\(child.name) \($0)", child) } }
    ) { first, _ in first }
  }

  /// - Parameter root: the one root element of documents.
  /// - Throws: `Refusal` at the first construct that it does not understand.
  static func read(_ document: Document, root: String, namespace: String) throws(Refusal) -> Grammar {
    do {
      var reader = GrammarReader(document.root, namespace: namespace)
      return try reader.grammar(root)
    } catch let error as NotUnderstood {
      throw Refusal(
        source: document.source.name, position: Position(line: error.line, column: 1),
        cause: MarkupFault.other(code: 0))
    } catch {
      throw Refusal(source: document.source.name, cause: MarkupFault.notXML)
    }
  }

  private mutating func grammar(_ rootName: String) throws -> Grammar {
    guard schema.attribute("targetNamespace") == namespace,
      schema.attribute("elementFormDefault") == "qualified",
      schema.attribute("attributeFormDefault") ?? "unqualified" == "unqualified",
      schema.attribute("blockDefault") == nil, schema.attribute("finalDefault") == nil,
      schema.children("element").count == 1, let root = definitions["element \(rootName)"]
    else { throw NotUnderstood(element: schema) }
    for child in schema.children
    where !["annotation", "simpleType", "complexType", "attributeGroup", "element"].contains(child.name) {
      throw NotUnderstood(element: child)
    }
    // All of it is read before it is put together: reading adds names.
    let start = (name: number(rootName), type: try elementType(of: root))
    let keys = try keys(of: root)
    return Grammar(
      namespace: namespace, names: names, root: start, types: types, particles: particles,
      attributes: attributes, values: values, symbols: symbols, keys: keys)
  }

  private mutating func number(_ name: String) -> UInt16 {
    if let known = numbers[name] { return known }
    let number = UInt16(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  /// Only these attributes may stand in the schema's element: any other would change what it means.
  private func allow(_ names: Set<String>, in element: Element) throws {
    for attribute in element.attributes where !names.contains(attribute.name) {
      throw NotUnderstood(element: element)
    }
  }

  /// The parts of a definition without its annotation.
  private func parts(_ element: Element) -> [Element] { element.children.filter { $0.name != "annotation" } }

  // MARK: Elements

  private mutating func elementType(of element: Element) throws -> Int32 {
    try allow(["name", "type", "minOccurs", "maxOccurs"], in: element)
    guard let name = element.attribute("type") else { throw NotUnderstood(element: element) }
    if let known = typeNumbers[name] { return known }
    // Reserved before it is read, for a type may hold itself.
    let number = Int32(types.count)
    types.append(Grammar.ElementType(content: .empty, particles: 0..<0, attributes: 0..<0, required: 0))
    typeNumbers[name] = number
    if let definition = definitions["complexType \(name)"] {
      types[Int(number)] = try complexType(definition)
    } else {
      let value = try valueType(named: name, at: element)
      types[Int(number)] = Grammar.ElementType(
        content: .text(value: value), particles: 0..<0, attributes: 0..<0, required: 0)
    }
    return number
  }

  private mutating func complexType(_ definition: Element) throws -> Grammar.ElementType {
    try allow(["name"], in: definition)
    var rest = parts(definition)[...]
    var content = Grammar.Content.empty
    var held: [Grammar.Particle] = []
    switch rest.first?.name {
    case "sequence"?:
      content = .sequence
      held = try particles(of: rest.removeFirst())
    case "all"?:
      content = .bag
      held = try particles(of: rest.removeFirst())
    case "simpleContent"?:
      let simple = rest.removeFirst()
      guard rest.isEmpty, let base = simple.child("extension"), parts(simple).count == 1 else {
        throw NotUnderstood(element: simple)
      }
      try allow(["base"], in: base)
      content = .text(value: try valueType(named: base.attribute("base") ?? "", at: base))
      rest = parts(base)[...]
    default: break
    }
    // A bag keeps what it has seen in one word, and every particle needs a name of its own.
    guard held.count <= 64, Set(held.map(\.name)).count == held.count else {
      throw NotUnderstood(element: definition)
    }
    if held.isEmpty, case .sequence = content { content = .empty }
    let uses = try rest.flatMap { try attributeUses($0) }
    guard uses.count <= 64 else { throw NotUnderstood(element: definition) }
    let (first, firstUse) = (particles.count, attributes.count)
    particles += held
    attributes += uses
    let required = uses.enumerated().reduce(into: UInt64(0)) { bits, use in
      if use.element.isRequired { bits |= 1 << UInt64(use.offset) }
    }
    return Grammar.ElementType(
      content: content, particles: first..<particles.count, attributes: firstUse..<attributes.count,
      required: required)
  }

  private mutating func particles(of group: Element) throws -> [Grammar.Particle] {
    try allow([], in: group)
    return try parts(group).map { element in
      let least = element.attribute("minOccurs") ?? "1"
      let most = element.attribute("maxOccurs") ?? "1"
      guard element.name == "element", let name = element.attribute("name"), ["0", "1"].contains(least),
        most == "1" || (most == "unbounded" && group.name == "sequence"), parts(element).isEmpty
      else { throw NotUnderstood(element: element) }
      return Grammar.Particle(
        name: number(name), type: try elementType(of: element), isRequired: least == "1",
        repeats: most == "unbounded")
    }
  }

  // MARK: Attributes

  private mutating func attributeUses(_ element: Element) throws -> [Grammar.AttributeUse] {
    switch element.name {
    case "attributeGroup":
      guard let group = definitions["attributeGroup \(element.attribute("ref") ?? "")"] else {
        throw NotUnderstood(element: element)
      }
      return try parts(group).flatMap { try attributeUses($0) }
    case "attribute":
      try allow(["name", "type", "use"], in: element)
      let use = element.attribute("use") ?? "optional"
      guard let name = element.attribute("name"), ["optional", "required"].contains(use) else {
        throw NotUnderstood(element: element)
      }
      let value =
        if let type = element.attribute("type") {
          try valueType(named: type, at: element)
        } else if let type = element.child("simpleType") {
          // Named after the place where it stands, so that its values have a list of their own.
          try add(type, named: "\(name) \(values.count)")
        } else {
          throw NotUnderstood(element: element)
        }
      return [Grammar.AttributeUse(name: number(name), value: value, isRequired: use == "required")]
    default: throw NotUnderstood(element: element)
    }
  }

  // MARK: Values

  private mutating func valueType(named name: String, at element: Element) throws -> Int32 {
    if let known = valueNumbers[name] { return known }
    guard let definition = definitions["simpleType \(name)"] else {
      guard let kind = Self.builtIn(name) else { throw NotUnderstood(element: element) }
      return append(kind, named: name)
    }
    return try add(definition, named: name)
  }

  private mutating func append(_ kind: ValueType.Kind, named name: String) -> Int32 {
    values.append(ValueType(kind: kind))
    valueNumbers[name] = Int32(values.count - 1)
    return Int32(values.count - 1)
  }

  private mutating func add(_ definition: Element, named name: String) throws -> Int32 {
    guard let restriction = definition.child("restriction"), parts(definition).count == 1 else {
      throw NotUnderstood(element: definition)
    }
    return append(try kind(of: restriction, named: name), named: name)
  }

  private static func builtIn(_ name: String) -> ValueType.Kind? {
    switch name {
    case "xs:token": .token(minimum: 0)
    case "xs:NCName": .name(maximum: 4096)
    case "xs:integer": .integer(0...Int64.max)
    case "xs:nonNegativeInteger": .integer(0...Int64.max)
    case "xs:positiveInteger": .integer(1...Int64.max)
    case "xs:decimal": .decimal(atLeast: nil, atMost: nil)
    default: nil
    }
  }

  private mutating func kind(of restriction: Element, named name: String) throws -> ValueType.Kind {
    let base = restriction.attribute("base")
    let facets = parts(restriction)
    func numbers(_ allowed: Set<String>) throws -> [String: Int64] {
      var found: [String: Int64] = [:]
      for facet in facets {
        try allow(["value"], in: facet)
        guard allowed.contains(facet.name), let value = facet.attribute("value").flatMap({ Int64($0) }) else {
          throw NotUnderstood(element: facet)
        }
        found[facet.name] = value
      }
      return found
    }
    switch base {
    case "xs:token": return .token(minimum: Int(try numbers(["minLength"])["minLength"] ?? 0))
    case "xs:NCName": return .name(maximum: Int(try numbers(["maxLength"])["maxLength"] ?? 4096))
    case "xs:integer":
      let bounds = try numbers(["minInclusive", "maxInclusive"])
      let (least, most) = (max(0, bounds["minInclusive"] ?? 0), bounds["maxInclusive"] ?? Int64.max)
      guard least <= most else { throw NotUnderstood(element: restriction) }
      return .integer(least...most)
    case "xs:decimal":
      let bounds = try numbers(["minInclusive", "maxInclusive"])
      return .decimal(atLeast: bounds["minInclusive"], atMost: bounds["maxInclusive"])
    case "xs:date":
      // What this pattern allows is what `isDay` accepts, but for dates that do not exist.
      guard facets.count == 1, facets[0].name == "pattern",
        facets[0].attribute("value") == "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
      else { throw NotUnderstood(element: restriction) }
      return .day
    case "xs:NMTOKEN":
      guard !facets.isEmpty, facets.allSatisfy({ $0.name == "enumeration" }) else {
        throw NotUnderstood(element: restriction)
      }
      let listed = facets.compactMap { $0.attribute("value") }
      let first = symbols.count
      symbols += listed.map { Grammar.Symbol(list: name, value: $0) }
      return .listed(Enumeration(listed, first: first))
    case nil:
      guard let list = facets.first?.child("list"), facets.count == 2, facets[1].name == "minLength",
        facets[1].attribute("value") == "1", let item = list.attribute("itemType")
      else { throw NotUnderstood(element: restriction) }
      guard case .listed(let enumeration) = values[Int(try valueType(named: item, at: list))].kind else {
        throw NotUnderstood(element: list)
      }
      return .list(enumeration)
    default: throw NotUnderstood(element: restriction)
    }
  }

  // MARK: Key constraints

  private mutating func keys(of root: Element) throws -> [Grammar.KeyConstraint] {
    let constraints = parts(root)
    let numbers = Dictionary(
      constraints.enumerated().map { ($1.attribute("name") ?? "", $0) }
    ) { first, _ in first }
    return try constraints.map { constraint in
      guard let selector = constraint.child("selector"),
        let field = constraint.child("field")?.attribute("xpath"),
        parts(constraint).count == 2, field.first == "@", let path = selector.attribute("xpath")
      else { throw NotUnderstood(element: constraint) }
      let kind: Grammar.KeyConstraint.Kind
      switch constraint.name {
      case "unique": kind = .unique
      case "key": kind = .key
      case "keyref":
        guard let target = numbers[constraint.attribute("refer") ?? ""] else {
          throw NotUnderstood(element: constraint)
        }
        kind = .reference(to: target)
      default: throw NotUnderstood(element: constraint)
      }
      let selected = try path.split(separator: "|").map { alternative in
        let steps = alternative.split(separator: "/").map { $0.split(separator: ":").map(String.init) }
        guard steps.count == 2, steps.allSatisfy({ $0.count == 2 && $0[0] == "p" }) else {
          throw NotUnderstood(element: selector)
        }
        return (parent: number(steps[0][1]), name: number(steps[1][1]))
      }
      return Grammar.KeyConstraint(kind: kind, selected: selected, field: number(String(field.dropFirst())))
    }
  }
}
