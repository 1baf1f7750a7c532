import CLibXML2

/// One element of a document, with its children, attributes and text.
package struct Element {
  let pointer: UnsafeMutablePointer<xmlNode>
  package let document: Document

  package var name: String { String(cString: pointer.pointee.name) }

  package var namespace: String? {
    pointer.pointee.ns.flatMap { $0.pointee.href.map { String(cString: $0) } }
  }

  /// Child elements in document order.
  package var children: Children { Children(parent: self) }

  /// The value of the attribute `name` that is in no namespace.
  package func attribute(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { wanted in
      var attribute = pointer.pointee.properties
      while let current = attribute {
        if current.pointee.ns == nil, Self.isName(current.pointee.name, wanted) {
          return Self.value(of: current)
        }
        attribute = current.pointee.next
      }
      return nil
    }
  }

  /// Whether the local name is this one, without making a string of it.
  package func isNamed(_ name: StaticString) -> Bool {
    Self.isName(pointer.pointee.name, Self.bytes(of: name))
  }

  /// Whether there is an attribute `name` in no namespace.
  package func hasAttribute(_ name: StaticString) -> Bool {
    let wanted = Self.bytes(of: name)
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if current.pointee.ns == nil, Self.isName(current.pointee.name, wanted) { return true }
      attribute = current.pointee.next
    }
    return false
  }

  /// Those attributes in no namespace that have one of these names, in document order. For walks over whole
  /// documents: what is not asked for costs no string.
  package func attributes(named names: [StaticString]) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if current.pointee.ns == nil,
        names.contains(where: { Self.isName(current.pointee.name, Self.bytes(of: $0)) })
      {
        result.append((String(cString: current.pointee.name), Self.value(of: current)))
      }
      attribute = current.pointee.next
    }
    return result
  }

  /// Whether the element declares a namespace itself.
  package var declaresNamespaces: Bool { pointer.pointee.nsDef != nil }

  private static func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
  }

  /// Whether a name of libxml2's is this one: look-ups by name are many, and strings cost.
  private static func isName(
    _ name: UnsafePointer<xmlChar>?, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let name else { return false }
    for (index, byte) in wanted.enumerated() where name[index] != byte { return false }
    return name[wanted.count] == 0
  }

  /// All attributes that are in no namespace, in document order.
  package var attributes: [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if current.pointee.ns == nil {
        result.append((String(cString: current.pointee.name), Self.value(of: current)))
      }
      attribute = current.pointee.next
    }
    return result
  }

  /// The same with the white space of each value collapsed, as `xs:token` has it.
  package var tokenAttributes: [(key: String, value: String)] {
    var result: [(key: String, value: String)] = []
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if current.pointee.ns == nil {
        let name = String(cString: current.pointee.name)
        if let content = current.pointee.children, content.pointee.next == nil,
          content.pointee.type == XML_TEXT_NODE, let text = content.pointee.content
        {
          result.append((name, String(collapsing: text)))
        } else {
          result.append((name, Self.value(of: current).collapsingWhitespace()))
        }
      }
      attribute = current.pointee.next
    }
    return result
  }

  /// The text of the element and what is in it, white space collapsed as `xs:token` does.
  package var text: String {
    guard let only = pointer.pointee.children else { return "" }
    if only.pointee.next == nil, only.pointee.type == XML_TEXT_NODE, let content = only.pointee.content {
      return String(collapsing: content)
    }
    guard let content = xmlNodeGetContent(pointer) else { return "" }
    defer { khung_free(content) }
    return String(cString: content).collapsingWhitespace()
  }

  /// The line of the element's start tag.
  package var line: Int { xmlGetLineNo(pointer) }

  /// The element as XML, indented, with the namespace declarations that it needs.
  package func serialized() -> String {
    guard let buffer = xmlBufferCreate() else { return "" }
    defer { xmlBufferFree(buffer) }
    xmlNodeDump(buffer, document.pointer, pointer, 0, 0)
    return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
  }

  private static func value(of attribute: UnsafeMutablePointer<xmlAttr>) -> String {
    guard let content = attribute.pointee.children else { return "" }
    if content.pointee.next == nil, content.pointee.type == XML_TEXT_NODE, let text = content.pointee.content
    {
      return String(cString: text)
    }
    guard let joined = xmlNodeListGetString(attribute.pointee.doc, content, 1) else { return "" }
    defer { khung_free(joined) }
    return String(cString: joined)
  }

  package struct Children: Sequence, IteratorProtocol {
    private var following: UnsafeMutablePointer<xmlNode>?
    private let document: Document

    init(parent: Element) {
      following = parent.pointer.pointee.children
      document = parent.document
    }

    package mutating func next() -> Element? {
      while let node = following {
        following = node.pointee.next
        if node.pointee.type == XML_ELEMENT_NODE { return Element(pointer: node, document: document) }
      }
      return nil
    }
  }

  /// The first child element called `name`.
  package func child(_ name: String) -> Element? {
    var name = name
    return name.withUTF8 { wanted in
      var node = pointer.pointee.children
      while let current = node {
        if current.pointee.type == XML_ELEMENT_NODE, Self.isName(current.pointee.name, wanted) {
          return Element(pointer: current, document: document)
        }
        node = current.pointee.next
      }
      return nil
    }
  }

  /// The child elements called `name`.
  package func children(_ name: String) -> [Element] {
    var name = name
    return name.withUTF8 { wanted in
      var result: [Element] = []
      var node = pointer.pointee.children
      while let current = node {
        if current.pointee.type == XML_ELEMENT_NODE, Self.isName(current.pointee.name, wanted) {
          result.append(Element(pointer: current, document: document))
        }
        node = current.pointee.next
      }
      return result
    }
  }
}

extension String {
  /// A text of libxml2 with white space as `xs:token` has it.
  fileprivate init(collapsing text: UnsafePointer<UInt8>) {
    var count = 0
    var previousIsSpace = true
    var needsWork = false
    while true {
      let byte = text[count]
      if byte == 0 { break }
      if byte <= 0x20 {
        if previousIsSpace || byte != 0x20 { needsWork = true }
        previousIsSpace = true
      } else {
        previousIsSpace = false
      }
      count += 1
    }
    let all = String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    self = needsWork || previousIsSpace ? all.collapsingWhitespace() : all
  }

  /// White space as `xs:token` has it: none at the ends, single spaces within.
  package func collapsingWhitespace() -> String {
    var needsWork = false
    var previousWasSpace = true
    for byte in utf8 {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if isSpace, previousWasSpace || byte != 0x20 {
        needsWork = true
        break
      }
      previousWasSpace = isSpace
    }
    guard needsWork || (previousWasSpace && !isEmpty) else { return self }
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        for byte in bytes {
          let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
          if isSpace, count == 0 || result[count - 1] == 0x20 { continue }
          result[count] = isSpace ? 0x20 : byte
          count += 1
        }
        if count > 0, result[count - 1] == 0x20 { count -= 1 }
        return count
      }
    }
  }
}
