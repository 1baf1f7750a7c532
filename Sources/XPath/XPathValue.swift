import CLibXML2
import XML

/// A value of XPath 1.0: node-set, boolean, number or string. Belongs to the worker that made it.
package final class XPathValue {
  let pointer: xmlXPathObjectPtr
  /// Documents whose nodes the value may hold.
  private let documents: [Document]

  init(_ pointer: xmlXPathObjectPtr, documents: [Document] = []) {
    self.pointer = pointer
    self.documents = documents
  }

  deinit {
    xmlXPathFreeObject(pointer)
  }

  /// The set of one node, for example the root of a tree that a variable holds.
  package convenience init?(_ node: Node) {
    guard let object = xmlXPathNewNodeSet(node.pointer) else { return nil }
    self.init(object, documents: [node.document])
  }

  package var isNodeSet: Bool { pointer.pointee.type == XPATH_NODESET }

  /// As `boolean()` converts it (XPath 1.0, 4.3).
  package var boolean: Bool { xmlXPathCastToBoolean(pointer) == 1 }

  /// As `string()` converts it (XPath 1.0, 4.2).
  package var string: String {
    if pointer.pointee.type == XPATH_NUMBER { return XPathNumber.text(pointer.pointee.floatval) }
    guard let text = xmlXPathCastToString(pointer) else { return "" }
    defer { khung_free(text) }
    return String(cString: text)
  }

  /// The nodes in document order, without namespace nodes; empty for other values.
  package var nodes: [Node] {
    guard isNodeSet else { return [] }
    return Self.pointers(pointer).compactMap { Node($0) }
  }

  /// The string-values of the nodes in document order, or the one string of any other value.
  package var strings: [String] {
    guard isNodeSet else { return [string] }
    return Self.pointers(pointer).map { node in
      guard let text = xmlXPathCastNodeToString(node) else { return "" }
      defer { khung_free(text) }
      return String(cString: text)
    }
  }

  /// The bytes that keeping the value takes: those of a string, or those of the list of nodes.
  package var bytes: Int {
    switch pointer.pointee.type {
    case XPATH_STRING: pointer.pointee.stringval.map { Int(xmlStrlen($0)) } ?? 0
    case XPATH_NODESET:
      (pointer.pointee.nodesetval.map { Int($0.pointee.nodeMax) } ?? 0) * MemoryLayout<UnsafeRawPointer>.size
    default: 0
    }
  }

  /// `strings`, or nil where they come to more than so many bytes: nodes within nodes say the same again.
  func strings(within limit: Int) -> [String]? {
    guard isNodeSet else { return [string] }
    var (result, bytes): ([String], Int) = ([], 0)
    for node in Self.pointers(pointer) {
      guard let text = xmlXPathCastNodeToString(node) else { return nil }
      defer { khung_free(text) }
      result.append(String(cString: text))
      bytes += result[result.count - 1].utf8.count
      if bytes > limit { return nil }
    }
    return result
  }

  static func pointers(_ object: xmlXPathObjectPtr) -> [UnsafeMutablePointer<xmlNode>] {
    guard let set = object.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
  }
}
