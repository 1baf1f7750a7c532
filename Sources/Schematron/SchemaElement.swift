import Source
import XML

/// The file that a part of a schema comes from; an included part keeps its own.
final class SchemaFile: Sendable {
  let source: SourceText
  /// Where relative references start; nil for a schema that came without a path.
  let path: String?
  /// What the `ns` elements of an included file bind; nil for the schema itself, whose bindings hold
  /// everywhere.
  let prefixes: [String: String]?

  init(source: SourceText, path: String?, prefixes: [String: String]? = nil) {
    self.source = source
    self.path = path
    self.prefixes = prefixes
  }
}

/// Where an element of a schema was written. Columns are computed when a refusal needs them.
struct SchemaPlace: Sendable {
  let file: SchemaFile
  /// The number of the element in document order.
  let number: Int

  var position: Position { SourceMap(file.source).position(ofElement: number) }

  func position(in attribute: String, scalar: Int = 0) -> Position {
    SourceMap(file.source).position(ofElement: number, attribute: attribute, scalar: scalar)
  }
}

/// One element of a schema as it was read, with everything that inclusion must not lose: its place,
/// its base, its language and its namespaces.
struct SchemaElement: Sendable {
  struct Attribute: Sendable {
    /// As written, with its prefix.
    let name: String
    let localName: String
    let namespace: String?
    var value: String
    /// False once the parameter of an abstract pattern changed it: places in it mean nothing then.
    var isVerbatim = true
  }

  enum Content: Sendable {
    case text(String)
    case element(SchemaElement)
  }

  let localName: String
  let name: String
  let namespace: String?
  var attributes: [Attribute]
  var content: [Content]
  var place: SchemaPlace
  /// What relative references in it start from (XML Base).
  let base: String?
  /// `xml:lang` in effect; nil where no element around it says.
  var language: String?
  /// Prefixes in scope in its own file, for content that is copied.
  let namespaces: [String: String]
  /// `xml:space="preserve"` is in effect.
  var preservesSpace = false

  static let space = "http://purl.oclc.org/dsdl/schematron"
  static let transformations = "http://www.w3.org/1999/XSL/Transform"

  var isSchematron: Bool { namespace == Self.space }

  func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.localName == name && $0.namespace == nil }
  }

  subscript(_ name: String) -> String? { attribute(name)?.value }

  var elements: [SchemaElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Child elements of the Schematron namespace called `name`.
  func elements(_ name: String) -> [SchemaElement] {
    elements.filter { $0.isSchematron && $0.localName == name }
  }

  /// All text within, white space collapsed.
  var plainText: String {
    func text(_ content: [Content]) -> String {
      content.map { item in
        switch item {
        case .text(let text): text
        case .element(let element): text(element.content)
        }
      }.joined()
    }
    return text(content).collapsingWhitespace()
  }

  // MARK: Refusals

  func refusal(_ fault: SchematronFault, at attribute: String? = nil) -> Refusal {
    Refusal(
      source: place.file.source.name,
      position: attribute.map { place.position(in: $0) } ?? place.position, cause: fault)
  }

  /// The value of an attribute that must be there.
  func required(_ name: String) throws(Refusal) -> String {
    guard let value = self[name] else {
      throw refusal(.missingAttribute(name, element: localName))
    }
    return value
  }
}

extension SchemaElement {
  /// Reads an element of a parsed file with all that is in it.
  init(_ element: Element, file: SchemaFile) {
    var inherited: [String: String] = [:]
    var ancestor = Node(element).parent
    var language: String?
    var space: String?
    while let node = ancestor {
      for (prefix, uri) in node.declaredNamespaces where inherited[prefix] == nil { inherited[prefix] = uri }
      if language == nil { language = Self.special("lang", of: node) }
      if space == nil { space = Self.special("space", of: node) }
      ancestor = node.parent
    }
    self.init(
      node: Node(element), file: file, base: file.path, language: language, namespaces: inherited,
      preservesSpace: space == "preserve")
  }

  private init(
    node: Node, file: SchemaFile, base: String?, language: String?, namespaces: [String: String],
    preservesSpace: Bool
  ) {
    var namespaces = namespaces
    for (prefix, uri) in node.declaredNamespaces { namespaces[prefix] = uri }
    let language = Self.special("lang", of: node) ?? language
    let preservesSpace = Self.special("space", of: node).map { $0 == "preserve" } ?? preservesSpace
    let base = Self.special("base", of: node).map { LocalReference.join($0, to: base) } ?? base
    localName = node.localName
    name = node.qualifiedName
    namespace = node.namespace
    attributes = node.attributes.map { attribute in
      Attribute(
        name: attribute.qualifiedName, localName: attribute.localName, namespace: attribute.namespace,
        value: attribute.stringValue)
    }
    content = node.children.compactMap { child in
      switch child.kind {
      case .text: .text(child.stringValue)
      case .element:
        .element(
          SchemaElement(
            node: child, file: file, base: base, language: language, namespaces: namespaces,
            preservesSpace: preservesSpace))
      default: nil
      }
    }
    place = SchemaPlace(file: file, number: node.elementNumber ?? 0)
    self.base = base
    self.language = language
    self.namespaces = namespaces
    self.preservesSpace = preservesSpace
  }

  private static func special(_ name: String, of node: Node) -> String? {
    node.attributes.first {
      $0.localName == name && $0.namespace == "http://www.w3.org/XML/1998/namespace"
    }?.stringValue
  }

  /// The element's content as XML that stands alone: every element declares what it uses.
  var contentXML: String {
    content.map { item in
      switch item {
      case .text(let text): XMLText.escaped(text)
      case .element(let element): element.standaloneXML
      }
    }.joined()
  }

  private var standaloneXML: String {
    var start = "<\(name)"
    let declared = namespaces.filter { $0.key != "xml" }.sorted { $0.key < $1.key }
    for (prefix, uri) in declared where !(prefix.isEmpty && uri.isEmpty) {
      let declaration = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
      start += " \(declaration)=\"\(XMLText.escaped(uri, attribute: true))\""
    }
    for attribute in attributes {
      start += " \(attribute.name)=\"\(XMLText.escaped(attribute.value, attribute: true))\""
    }
    return "\(start)>\(contentXML)</\(name)>"
  }
}
