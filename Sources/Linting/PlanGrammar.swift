import MasterPlan
import Source
import XML

/// What `master-plan.xsd` allows where: for every kind of element its children and attributes. Answers
/// what a path of XPath can reach in a valid plan, before there is a plan.
package struct PlanGrammar: Sendable {
  /// One kind of node of a valid plan.
  enum Kind: Hashable, Sendable {
    case root
    /// An element by its name and the name of its type.
    case element(String, type: String)
    case attribute(String, of: String)
    case text(of: String)
  }

  struct Child: Sendable {
    let name: String
    let type: String
    let isRequired: Bool
  }

  struct Content: Sendable {
    var children: [Child] = []
    /// Names of attributes, and whether each must be there.
    var attributes: [String: Bool] = [:]
    /// The simple types of attributes.
    var attributeTypes: [String: String] = [:]
    var holdsText = false
  }

  let namespace: String
  private let types: [String: Content]
  private let rootElement: Child
  private let parents: [Kind: Set<Kind>]
  /// Every name of an element or attribute, for suggestions.
  let names: Set<String>

  /// - Throws: `Refusal` when the schema is not well-formed.
  init(_ schema: SourceText) throws(Refusal) {
    let root = try Document(schema).root
    namespace = root.attribute("targetNamespace") ?? ""
    let groups = Dictionary(
      root.children("attributeGroup").map { ($0.attribute("name") ?? "", $0) }
    ) { first, _ in first }
    var types: [String: Content] = [:]
    for type in root.children("complexType") {
      var content = Content()
      Self.collect(type, into: &content, groups)
      types[type.attribute("name") ?? ""] = content
    }
    self.types = types
    let declared = root.child("element")
    rootElement = Child(
      name: declared?.attribute("name") ?? "", type: declared?.attribute("type") ?? "", isRequired: true)
    names = Set(types.values.flatMap { $0.children.map(\.name) + $0.attributes.keys } + [rootElement.name])
    parents = Self.parents(of: rootElement, types)
  }

  private static func collect(_ element: Element, into content: inout Content, _ groups: [String: Element]) {
    for part in element.children {
      switch part.name {
      case "element":
        content.children.append(
          Child(
            name: part.attribute("name") ?? "", type: part.attribute("type") ?? "",
            isRequired: part.attribute("minOccurs") != "0" && element.name != "choice"))
      case "attribute":
        content.attributes[part.attribute("name") ?? ""] = part.attribute("use") == "required"
        content.attributeTypes[part.attribute("name") ?? ""] = part.attribute("type")
      case "attributeGroup":
        if let group = part.attribute("ref").flatMap({ groups[$0] }) {
          collect(group, into: &content, groups)
        }
      case "simpleContent":
        content.holdsText = true
        collect(part, into: &content, groups)
      case "sequence", "choice", "all", "extension", "complexContent": collect(part, into: &content, groups)
      default: break
      }
    }
  }

  private static func parents(of root: Child, _ types: [String: Content]) -> [Kind: Set<Kind>] {
    var parents: [Kind: Set<Kind>] = [:]
    let start = Kind.element(root.name, type: root.type)
    parents[start] = [.root]
    var frontier = [start]
    while let kind = frontier.popLast() {
      guard case .element(_, let type) = kind, let content = types[type] else { continue }
      for child in content.children {
        let node = Kind.element(child.name, type: child.type)
        if parents[node, default: []].insert(kind).inserted, parents[node]?.count == 1 {
          frontier.append(node)
        }
      }
    }
    return parents
  }

  /// Whether a valid plan always has this child or attribute at such a node.
  func requires(_ name: String, isAttribute: Bool, at kind: Kind) -> Bool {
    switch kind {
    case .root: name == rootElement.name
    case .element(_, let type):
      isAttribute
        ? types[type]?.attributes[name] ?? false
        : types[type]?.children.contains { $0.name == name && $0.isRequired } ?? false
    case .attribute, .text: false
    }
  }

  /// The values that an attribute can have; nil where they are not listed.
  func values(of kind: Kind, _ vocabulary: PlanVocabulary) -> Set<String>? {
    guard case .attribute(let name, let type) = kind, let list = types[type]?.attributeTypes[name] else {
      return nil
    }
    let values = vocabulary.values(of: list)
    return values.isEmpty ? nil : values
  }

  /// The attributes and children of an item, which a requirement may ask for.
  func details(of item: String) -> Set<String> {
    Set((types[item]?.children.map(\.name) ?? []) + (types[item]?.attributes.keys.map { $0 } ?? []))
  }

  var everything: Set<Kind> { descendants([.root]).union([.root]) }

  /// What an axis reaches from nodes of these kinds; nil where nobody can tell.
  func reach(_ axis: String, from kinds: Set<Kind>) -> Set<Kind>? {
    switch axis {
    case "self": kinds
    case "child": Set(kinds.flatMap(children))
    case "attribute": Set(kinds.flatMap(attributes))
    case "descendant": descendants(kinds)
    case "descendant-or-self": descendants(kinds).union(kinds)
    case "parent": Set(kinds.flatMap(parents(of:)))
    case "ancestor": ancestors(kinds)
    case "ancestor-or-self": ancestors(kinds).union(kinds)
    case "following-sibling", "preceding-sibling": Set(kinds.flatMap(parents(of:)).flatMap(children))
    case "following", "preceding": everything
    default: nil
    }
  }

  private func children(_ kind: Kind) -> [Kind] {
    switch kind {
    case .root: return [.element(rootElement.name, type: rootElement.type)]
    case .element(_, let type):
      guard let content = types[type] else { return [.text(of: type)] }
      return content.children.map { .element($0.name, type: $0.type) }
        + (content.holdsText ? [.text(of: type)] : [])
    case .attribute, .text: return []
    }
  }

  private func attributes(_ kind: Kind) -> [Kind] {
    guard case .element(_, let type) = kind, let content = types[type] else { return [] }
    return content.attributes.keys.map { .attribute($0, of: type) }
  }

  private func parents(of kind: Kind) -> Set<Kind> {
    switch kind {
    case .root: []
    case .element: parents[kind] ?? []
    case .attribute(_, let type), .text(let type):
      Set(parents.keys.filter { if case .element(_, type) = $0 { true } else { false } })
    }
  }

  private func descendants(_ kinds: Set<Kind>) -> Set<Kind> {
    var result: Set<Kind> = []
    var frontier = kinds.flatMap(children)
    while let kind = frontier.popLast() {
      if result.insert(kind).inserted { frontier += children(kind) }
    }
    return result
  }

  private func ancestors(_ kinds: Set<Kind>) -> Set<Kind> {
    var result: Set<Kind> = []
    var frontier = kinds.flatMap(parents(of:))
    while let kind = frontier.popLast() {
      if result.insert(kind).inserted { frontier += parents(of: kind) }
    }
    return result
  }
}
