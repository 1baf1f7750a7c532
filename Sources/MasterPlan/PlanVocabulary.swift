import Source
import XML

/// The words that a plan can hold, read from `master-plan.xsd`: sections, items and listed values with
/// their Vietnamese and English names. The schema is the one place where they are written.
package struct PlanVocabulary: Sendable {
  package struct Term: Sendable, Hashable {
    package let vietnamese: String
    package let english: String
  }

  /// Listed values by the name of their type, for example `topic` or `platform`.
  private let allLists: [String: [String: Term]]
  /// Names of the schema's types: sections and items are named after their type.
  private let types: [String: Term]
  /// Attributes and child elements of a type that carry documentation, by type and name.
  private let details: [String: [String: Term]]
  /// Section names in the order of the schema.
  package let sections: [String]

  /// Reads the schema's own documentation.
  /// - Throws: `Refusal` when the schema is not well-formed.
  package init(_ schema: SourceText) throws(Refusal) {
    self.init(try Document(schema))
  }

  /// - Parameter schema: `master-plan.xsd`.
  package init(_ schema: Document) {
    let root = schema.root
    var lists: [String: [String: Term]] = [:]
    var types: [String: Term] = [:]
    var sections: [String] = []
    var details: [String: [String: Term]] = [:]
    for type in root.children {
      guard let name = type.attribute("name") else { continue }
      switch type.name {
      case "simpleType":
        let values = type.child("restriction")?.children("enumeration") ?? []
        lists[name] = Dictionary(values.map { ($0.attribute("value") ?? "", Self.term($0)) }) { first, _ in
          first
        }
      case "complexType":
        types[name] = Self.term(type)
        details[name] = Self.details(of: type)
        if name == "master-plan" {
          sections = type.child("all")?.children("element").compactMap { $0.attribute("name") } ?? []
        }
      default: break
      }
    }
    // Beside the sections the file holds what people confirmed.
    let withCoverage = Set(
      root.children("complexType").filter { type in
        type.children("attributeGroup").contains { $0.attribute("ref") == "section" }
      }.compactMap { $0.attribute("name") })
    allLists = lists
    self.types = types
    self.details = details
    self.sections = sections.filter(withCoverage.contains)
  }

  /// The value `token` of the list `name`, or nil when the list has no such value.
  package func term(_ token: String, in name: String) -> Term? { allLists[name]?[token] }

  /// Whether requirements can name `token`: a section of a plan, or a value of the list `name`.
  package func holds(_ token: String, in name: String) -> Bool {
    name == "section" ? sections.contains(token) : term(token, in: name) != nil
  }

  /// Whether the plan has a section or item type of this name.
  package func type(_ name: String) -> Term? { types[name] }

  /// What the attribute or child element `name` of the item type means.
  package func detail(_ name: String, of item: String) -> Term? { details[item]?[name] ?? types[name] }

  /// The attributes of an item type that say something of their own.
  package func details(of item: String) -> Set<String> { Set(details[item]?.keys.map { $0 } ?? []) }

  /// The names of all lists.
  package var lists: [String] { allLists.keys.sorted() }

  package func values(of list: String) -> Set<String> { Set(allLists[list]?.keys.map { $0 } ?? []) }

  private static func details(of type: Element) -> [String: Term] {
    let content = type.child("simpleContent")?.child("extension") ?? type
    let attributes = content.children("attribute").filter { $0.child("annotation") != nil }
    return Dictionary(attributes.map { ($0.attribute("name") ?? "", term($0)) }) { first, _ in first }
  }

  private static func term(_ element: Element) -> Term {
    let documentation = element.child("annotation")?.children("documentation") ?? []
    return Term(
      vietnamese: documentation.first?.text ?? "", english: documentation.dropFirst().first?.text ?? "")
  }
}
