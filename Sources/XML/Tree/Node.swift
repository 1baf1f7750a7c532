import CLibXML2
import Source

/// A handle on any node of the XPath 1.0 data model (section 5) apart from namespace nodes. Two
/// handles are equal when they mean the same node.
package struct Node {
  package enum Kind: Sendable {
    case root, element, attribute, text, comment, processingInstruction
  }

  package let pointer: UnsafeMutablePointer<xmlNode>
  package let document: Document
  package let kind: Kind

  /// Nil for namespace nodes and for what the data model does not know.
  package init?(_ pointer: UnsafeMutablePointer<xmlNode>) {
    switch pointer.pointee.type {
    case XML_DOCUMENT_NODE: kind = .root
    case XML_ELEMENT_NODE: kind = .element
    case XML_ATTRIBUTE_NODE: kind = .attribute
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: kind = .text
    case XML_COMMENT_NODE: kind = .comment
    case XML_PI_NODE: kind = .processingInstruction
    default: return nil
    }
    guard let owner = pointer.pointee.doc?.pointee._private else { return nil }
    self.pointer = pointer
    document = Unmanaged<Document>.fromOpaque(owner).takeUnretainedValue()
  }

  package init(_ element: Element) {
    pointer = element.pointer
    document = element.document
    kind = .element
  }

  package init(root document: Document) {
    pointer = UnsafeMutableRawPointer(document.pointer).assumingMemoryBound(to: xmlNode.self)
    self.document = document
    kind = .root
  }

  /// The element itself, or nil for a node of another kind.
  package var element: Element? {
    kind == .element ? Element(pointer: pointer, document: document) : nil
  }

  /// The local name of an element or attribute, the target of a processing instruction.
  package var localName: String {
    switch kind {
    case .element, .attribute, .processingInstruction: String(cString: pointer.pointee.name)
    default: ""
    }
  }

  package var prefix: String? {
    space?.pointee.prefix.map { String(cString: $0) }
  }

  package var namespace: String? {
    space?.pointee.href.map { String(cString: $0) }
  }

  /// The name as it is written: `prefix:local` or `local`.
  package var qualifiedName: String {
    prefix.map { "\($0):\(localName)" } ?? localName
  }

  /// The element that carries an attribute; the parent of any other node.
  package var parent: Node? {
    pointer.pointee.parent.flatMap { Node($0) }
  }

  /// The children of the root or of an element, in document order.
  package var children: [Node] {
    guard kind == .root || kind == .element else { return [] }
    var result: [Node] = []
    var child = pointer.pointee.children
    while let current = child {
      if let node = Node(current) { result.append(node) }
      child = current.pointee.next
    }
    return result
  }

  /// All attributes, of whatever namespace, in document order; declarations of namespaces are none.
  package var attributes: [Node] {
    guard kind == .element else { return [] }
    var result: [Node] = []
    var attribute = pointer.pointee.properties
    while let current = attribute {
      let raw = UnsafeMutableRawPointer(current).assumingMemoryBound(to: xmlNode.self)
      if let node = Node(raw) { result.append(node) }
      attribute = current.pointee.next
    }
    return result
  }

  /// Namespaces that the element declares itself; the empty prefix is the default namespace.
  package var declaredNamespaces: [(prefix: String, uri: String)] {
    guard kind == .element else { return [] }
    var result: [(prefix: String, uri: String)] = []
    var declaration = pointer.pointee.nsDef
    while let current = declaration {
      result.append(
        (
          current.pointee.prefix.map { String(cString: $0) } ?? "",
          current.pointee.href.map { String(cString: $0) } ?? ""
        ))
      declaration = current.pointee.next
    }
    return result
  }

  /// The sibling before this one, or nil; attributes have none.
  package var previousSibling: Node? {
    guard kind != .attribute, kind != .root else { return nil }
    return pointer.pointee.prev.flatMap { Node($0) }
  }

  /// The string-value (XPath 1.0, 5): white space as it stands.
  package var stringValue: String {
    guard let content = xmlXPathCastNodeToString(pointer) else { return "" }
    defer { khung_free(content) }
    return String(cString: content)
  }

  /// The node as XML, with every namespace declaration that it needs; the string-value of a node
  /// that cannot stand alone.
  package func serialized() -> String {
    guard kind == .element || kind == .comment || kind == .processingInstruction else {
      return XMLText.escaped(stringValue)
    }
    guard let owner = xmlNewDoc(nil), let buffer = xmlBufferCreate() else { return "" }
    defer {
      xmlFreeDoc(owner)
      xmlBufferFree(buffer)
    }
    // A copy into a document of its own gets the declarations that the original inherits.
    guard let copy = xmlDocCopyNode(pointer, owner, 1) else { return "" }
    xmlDocSetRootElement(owner, copy)
    xmlNodeDump(buffer, owner, copy, 0, 0)
    return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
  }

  /// The number of the element, or of the element around another node, in document order from 0;
  /// nil at the root and in its comments.
  package var elementNumber: Int? {
    var candidate: UnsafeMutablePointer<xmlNode>? = pointer
    while let current = candidate, current.pointee.type != XML_ELEMENT_NODE {
      candidate = current.pointee.parent
    }
    guard let element = candidate else { return nil }
    DocumentOrder.prepare(document)
    return DocumentOrder.elementNumber(of: element)
  }

  private var space: UnsafeMutablePointer<xmlNs>? {
    switch kind {
    case .element: pointer.pointee.ns
    case .attribute:
      UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: xmlAttr.self).pointee.ns
    default: nil
    }
  }
}

extension Node: Hashable {
  package static func == (left: Node, right: Node) -> Bool { left.pointer == right.pointer }

  package func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}

extension Node {
  /// Nodes of one document in document order.
  package static func inDocumentOrder(_ nodes: [Node]) -> [Node] {
    guard nodes.count > 1 else { return nodes }
    DocumentOrder.prepare(nodes[0].document)
    return DocumentOrder.sorted(nodes.map(\.pointer)).compactMap { Node($0) }
  }
}

extension Document {
  /// The root of the XPath data model: the parent of the document element.
  package var rootNode: Node { Node(root: self) }
}
