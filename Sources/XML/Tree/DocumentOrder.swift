import CLibXML2

/// Document order (XPath 1.0, 5) in constant time for each comparison. libxml2's own numbering
/// (`xmlXPathOrderDocElems`) puts a text or comment before the descendants of the element that
/// precedes it, and without numbers it walks the siblings; so every node gets its number from us.
package enum DocumentOrder {
  /// Numbers all nodes and attributes of a document, once.
  package static func prepare(_ document: Document) {
    guard !document.isNumbered else { return }
    document.isNumbered = true
    var order: UInt = 0
    var elements: UInt = 0
    var candidate = document.pointer.pointee.children
    while let node = candidate {
      order += 1
      if node.pointee.type == XML_ELEMENT_NODE {
        elements += 1
        var attribute = node.pointee.properties
        node.pointee._private = mark(order, elements)
        while let current = attribute {
          order += 1
          current.pointee._private = mark(order, elements)
          attribute = current.pointee.next
        }
      } else {
        node.pointee._private = mark(order, elements)
      }
      candidate = following(node)
    }
  }

  /// All elements of a document in its order.
  static func elements(of document: Document) -> [UnsafeMutablePointer<xmlNode>] {
    var result: [UnsafeMutablePointer<xmlNode>] = []
    var candidate = document.pointer.pointee.children
    while let node = candidate {
      if node.pointee.type == XML_ELEMENT_NODE { result.append(node) }
      candidate = following(node)
    }
    return result
  }

  /// The next node in document order; the walk keeps no stack.
  private static func following(_ node: UnsafeMutablePointer<xmlNode>) -> UnsafeMutablePointer<xmlNode>? {
    if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
    var candidate: UnsafeMutablePointer<xmlNode>? = node
    while let current = candidate, current.pointee.type != XML_DOCUMENT_NODE {
      if let next = current.pointee.next { return next }
      candidate = current.pointee.parent
    }
    return nil
  }

  /// Both numbers in the word that libxml2 leaves to its users.
  private static func mark(_ order: UInt, _ elements: UInt) -> UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: order << 32 | elements)
  }

  /// The place of a node; a namespace node has that of its element.
  static func place(of node: UnsafeMutablePointer<xmlNode>) -> UInt {
    switch node.pointee.type {
    case XML_DOCUMENT_NODE: return 0
    case XML_NAMESPACE_DECL:
      let declaration = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlNs.self)
      // In a node-set `next` leads from a namespace node to its element.
      guard let owner = declaration.pointee.next else { return 0 }
      let element = UnsafeMutableRawPointer(owner).assumingMemoryBound(to: xmlNode.self)
      return element.pointee.type == XML_ELEMENT_NODE ? place(of: element) : 0
    default: return UInt(bitPattern: node.pointee._private) >> 32
    }
  }

  /// The number of an element in document order, from 0.
  static func elementNumber(of element: UnsafeMutablePointer<xmlNode>) -> Int {
    Int(UInt(bitPattern: element.pointee._private) & 0xFFFF_FFFF) - 1
  }

  /// Nodes of one document in its order.
  package static func sorted(_ nodes: [UnsafeMutablePointer<xmlNode>]) -> [UnsafeMutablePointer<xmlNode>] {
    let places = nodes.map(place)
    if zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) { return nodes }
    return places.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { nodes[$0] }
  }
}

extension Document {
  /// Gives every node its place, which is else done when one is first asked for. After this a document that
  /// nobody changes may be read by several tasks at once.
  package func numberElements() { DocumentOrder.prepare(self) }

  /// All elements by their numbers, for those who look up many.
  package func elementTable() -> ElementTable {
    DocumentOrder.prepare(self)
    return ElementTable(DocumentOrder.elements(of: self))
  }
}

/// The elements of one document by their numbers in document order, from 0.
///
/// `@unchecked Sendable` holds because it is made of addresses that never change; whoever makes an element of
/// one needs the document for it.
package struct ElementTable: @unchecked Sendable {
  private let pointers: [UnsafeMutablePointer<xmlNode>]

  init(_ pointers: [UnsafeMutablePointer<xmlNode>]) {
    self.pointers = pointers
  }

  /// - Parameter document: the one that the table was made of.
  package func element(_ number: Int, of document: Document) -> Element? {
    pointers.indices.contains(number) ? Element(pointer: pointers[number], document: document) : nil
  }
}
