import XML

/// What a plan's file can hold, element by element, read from `master-plan.xsd`: for whoever lays out a form of it or
/// writes one. The schema is the one place where that is written.
package struct PlanShape: Sendable {
  /// How a value is written.
  package enum Value: Sendable, Equatable {
    case text, day, integer, decimal
    /// One value of a list.
    case token(list: String)
    /// Several values of a list.
    case tokens(list: String)
    /// One of the values that the attribute itself lists.
    case own([String])
  }

  package struct Attribute: Sendable, Equatable {
    package let name: String
    package let value: Value
    package let isRequired: Bool
  }

  package struct Child: Sendable, Equatable {
    package let name: String
    package let type: String
    package let isMany: Bool
    package let isRequired: Bool
  }

  /// One type of element.
  package struct Kind: Sendable, Equatable {
    /// What its own words are; nil where it has none.
    package let words: Value?
    package let attributes: [Attribute]
    /// In the order in which the file holds them.
    package let children: [Child]
    /// Whether it is a thing of its own: with an id and a place in the document.
    package let isItem: Bool
  }

  private let kinds: [String: Kind]
  private let simple: [String: Value]
  /// Sections in the order of the schema.
  package let sections: [String]

  /// - Parameter schema: `master-plan.xsd`.
  package init(_ schema: Document) {
    let root = schema.root
    var reader = ShapeReader(root)
    reader.readTypes()
    kinds = reader.kinds
    simple = reader.simple
    sections = PlanVocabulary(schema).sections
  }

  package func kind(_ type: String) -> Kind? { kinds[type] }

  /// How a value of a simple type is written; nil for a type with attributes or elements.
  package func value(_ type: String) -> Value? { simple[type] }
}

private struct ShapeReader {
  private let root: Element
  private(set) var kinds: [String: PlanShape.Kind] = [:]
  private(set) var simple: [String: PlanShape.Value] = [:]
  private var groups: [String: [Element]] = [:]

  init(_ root: Element) {
    self.root = root
  }

  mutating func readTypes() {
    for type in root.children {
      guard let name = type.attribute("name") else { continue }
      switch type.name {
      case "simpleType": simple[name] = value(of: type, named: name)
      case "attributeGroup": groups[name] = type.children("attribute")
      default: break
      }
    }
    for type in root.children("complexType") {
      guard let name = type.attribute("name") else { continue }
      let content = type.child("simpleContent")?.child("extension")
      let holder = content ?? type
      let references = holder.children("attributeGroup").compactMap { $0.attribute("ref") }
      let attributes = (references.flatMap { groups[$0] ?? [] } + holder.children("attribute")).map(attribute)
      let order = type.child("sequence") ?? type.child("all")
      kinds[name] = PlanShape.Kind(
        words: content?.attribute("base").map(valueOfType), attributes: attributes,
        children: order?.children("element").compactMap(child) ?? [], isItem: references.contains("place"))
    }
  }

  private func child(_ element: Element) -> PlanShape.Child? {
    guard let name = element.attribute("name"), let type = element.attribute("type") else { return nil }
    return PlanShape.Child(
      name: name, type: type, isMany: element.attribute("maxOccurs") == "unbounded",
      isRequired: element.attribute("minOccurs") != "0")
  }

  private func attribute(_ element: Element) -> PlanShape.Attribute {
    var value = element.attribute("type").map(valueOfType) ?? .text
    if let own = element.child("simpleType") {
      let values =
        own.child("restriction")?.children("enumeration").compactMap { $0.attribute("value") } ?? []
      value =
        values.isEmpty
        ? own.child("restriction")?.attribute("base").map(valueOfType) ?? .text : .own(values)
    }
    return PlanShape.Attribute(
      name: element.attribute("name") ?? "", value: value, isRequired: element.attribute("use") == "required")
  }

  private func valueOfType(_ name: String) -> PlanShape.Value {
    if let known = simple[name] { return known }
    if let type = root.children("simpleType").first(where: { $0.attribute("name") == name }) {
      return value(of: type, named: name)
    }
    switch name {
    case "xs:decimal": return .decimal
    case "xs:integer", "xs:positiveInteger", "xs:nonNegativeInteger": return .integer
    case "xs:date": return .day
    default: return .text
    }
  }

  private func value(of type: Element, named name: String) -> PlanShape.Value {
    guard let restriction = type.child("restriction") else { return .text }
    if !restriction.children("enumeration").isEmpty { return .token(list: name) }
    if let list = restriction.child("simpleType")?.child("list")?.attribute("itemType") {
      return .tokens(list: list)
    }
    return restriction.attribute("base").map(valueOfType) ?? .text
  }
}
