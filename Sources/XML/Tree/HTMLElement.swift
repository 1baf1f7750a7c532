import CLibXML2

/// One element of a piece of HTML as libxml2's parser reads it: forgiving, with the end tags that authors leave out.
/// A value of its own; no tree of libxml2's outlives the reading.
package struct HTMLElement: Sendable {
  package indirect enum Content: Sendable {
    case text(String)
    case element(HTMLElement)
  }

  package let name: String
  package let attributes: [(name: String, value: String)]
  /// The line of the start tag in the piece, from 1.
  package let line: Int
  package var content: [Content] = []

  package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Reads a piece of HTML without network and without any file; nothing in it is run.
  /// - Parameter depth: levels of elements that are read; what lies deeper is left out.
  /// - Returns: nil when there is no element in it.
  package static func read(_ bytes: [UInt8], depth: Int) -> HTMLElement? {
    Library.prepare()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    return xmlDocGetRootElement(document).map { element($0, depth) }
  }

  private static func element(_ node: UnsafeMutablePointer<xmlNode>, _ depth: Int) -> HTMLElement {
    var attributes: [(name: String, value: String)] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      if let content = current.pointee.children?.pointee.content {
        attributes.append((String(cString: current.pointee.name), String(cString: content)))
      }
      attribute = current.pointee.next
    }
    var element = HTMLElement(
      name: String(cString: node.pointee.name), attributes: attributes, line: xmlGetLineNo(node))
    guard depth > 0 else { return element }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.content.append(.element(Self.element(current, depth - 1)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let text = current.pointee.content { element.content.append(.text(String(cString: text))) }
      default: break
      }
      child = current.pointee.next
    }
    return element
  }
}
