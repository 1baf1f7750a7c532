import CLibXML2
import XML

/// The functions that XPath 1.0 lacks: those of XSLT 1.0, and comparisons and unions of node-sets
/// in linear time, because those of libxml2 compare every node with every other and cannot be
/// interrupted while they do.
extension XPathContext {
  typealias Function = @convention(c) (xmlXPathParserContextPtr?, Int32) -> Void

  func registerFunctions() {
    let functions: [(String, Function)] = [
      ("current", { call, _ in call.map { XPathContext.of($0).pushCurrent($0) } }),
      ("key", { call, _ in call.map { XPathContext.of($0).pushKey($0) } }),
      ("document", { call, count in call.map { XPathContext.of($0).pushDocument($0, count) } }),
      ("generate-id", { call, count in call.map { XPathContext.of($0).pushIdentifier($0, count) } }),
      ("count", { call, count in call.map { XPathContext.of($0).pushOperation($0, count) } }),
      ("number", { call, count in call.map { XPathContext.of($0).pushNumber($0, count) } }),
      ("string", { call, count in call.map { XPathContext.of($0).pushString($0, count) } }),
      ("sum", { call, _ in call.map { XPathContext.pushSum($0) } }),
      ("round", { call, _ in call.map { XPathContext.of($0).pushRounded($0) } }),
      ("concat", { call, count in call.map { XPathContext.of($0).pushJoined($0, count) } }),
      ("format-number", { call, _ in call.map { XPathContext.of($0).pushFormatted($0) } }),
    ]
    for (name, function) in functions + Self.stringFunctions {
      // A function that is there is never replaced, so those of libxml2 have to go first.
      xmlXPathRegisterFunc(pointer, name, nil)
      xmlXPathRegisterFunc(pointer, name, function)
    }
  }

  static func of(_ call: xmlXPathParserContextPtr) -> XPathContext {
    from(call.pointee.context.pointee.extra)
  }

  func fail(_ call: xmlXPathParserContextPtr, _ kind: XPathFault.Kind) {
    pendingFault = kind
    xmlXPathErr(call, Int32(XPATH_EXPR_ERROR.rawValue))
  }

  /// `count()`, and with more arguments the operations that `XPathSyntax` writes as calls of it:
  /// the last argument names the operation. libxml2 sorts the arguments of every function but this
  /// one, by a comparison that is slow or wrong.
  private func pushOperation(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    guard count > 1 else { return xmlXPathCountFunction(call, count) }
    switch valuePop(call).map({ XPathValue($0) })?.string {
    case "|": pushUnion(call, count - 1)
    case ".": pushSorted(call)
    case "n": pushNumber(call, 1)
    case "s": pushString(call, 1)
    case "=": pushEquality(call, equal: true)
    case "!=": pushEquality(call, equal: false)
    case "<": pushOrder(call, less: true, strict: true)
    case "<=": pushOrder(call, less: true, strict: false)
    case ">": pushOrder(call, less: false, strict: true)
    default: pushOrder(call, less: false, strict: false)
    }
  }

  private func pushSorted(_ call: xmlXPathParserContextPtr) {
    guard let top = call.pointee.value, top.pointee.type == XPATH_NODESET,
      let set = top.pointee.nodesetval, set.pointee.nodeNr > 1
    else { return }
    for (index, node) in sorted(XPathValue.pointers(top)).enumerated() { set.pointee.nodeTab[index] = node }
  }

  /// Document order; documents in the order in which they were read.
  func sorted(_ nodes: [UnsafeMutablePointer<xmlNode>]) -> [UnsafeMutablePointer<xmlNode>] {
    var groups: [UnsafeMutablePointer<xmlDoc>?: [UnsafeMutablePointer<xmlNode>]] = [:]
    for node in nodes { groups[Self.document(of: node), default: []].append(node) }
    let parts = groups.map { owner, members in
      let document = owner?.pointee._private.map { Unmanaged<Document>.fromOpaque($0).takeUnretainedValue() }
      document.map { DocumentOrder.prepare($0) }
      return (document: document, nodes: DocumentOrder.sorted(members))
    }
    guard parts.count > 1 else { return parts.first?.nodes ?? [] }
    return parts.sorted {
      ($0.document.map(environment.number) ?? 0) < ($1.document.map(environment.number) ?? 0)
    }.flatMap(\.nodes)
  }

  private static func document(of node: UnsafeMutablePointer<xmlNode>) -> UnsafeMutablePointer<xmlDoc>? {
    guard node.pointee.type == XML_NAMESPACE_DECL else { return node.pointee.doc }
    // Not `doc`: a namespace node is smaller than that. Its `next` leads to its element.
    let declaration = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlNs.self)
    guard let owner = declaration.pointee.next else { return nil }
    return UnsafeMutableRawPointer(owner).assumingMemoryBound(to: xmlNode.self).pointee.doc
  }

  private func push(_ nodes: [UnsafeMutablePointer<xmlNode>], on call: xmlXPathParserContextPtr) {
    guard let set = xmlXPathNodeSetCreate(nil) else { return }
    for node in sorted(nodes) { xmlXPathNodeSetAddUnique(set, node) }
    valuePush(call, xmlXPathWrapNodeSet(set))
  }

  // MARK: XSLT 1.0, 12

  private func pushCurrent(_ call: xmlXPathParserContextPtr) {
    push(current.map { [$0.pointer] } ?? [], on: call)
  }

  private func pushKey(_ call: xmlXPathParserContextPtr) {
    guard let wanted = valuePop(call).map({ XPathValue($0) }),
      let name = valuePop(call).map({ XPathValue($0) }),
      let document = call.pointee.context.pointee.node.flatMap({ Node($0) })?.document
    else { return push([], on: call) }
    do throws(XPathFault.Kind) {
      let nodes = try environment.nodes(key: name.string, values: wanted.strings, in: document)
      push(nodes.map(\.pointer), on: call)
    } catch {
      fail(call, error)
    }
  }

  private func pushDocument(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    var base: Document?
    if count == 2 { base = valuePop(call).map { XPathValue($0) }?.nodes.first?.document }
    guard let reference = valuePop(call).map({ XPathValue($0) }) else { return push([], on: call) }
    do throws(XPathFault.Kind) {
      var roots: [UnsafeMutablePointer<xmlNode>] = []
      if reference.isNodeSet {
        for node in reference.nodes {
          let document = try environment.document(node.stringValue, relativeTo: base ?? node.document)
          roots.append(document.rootNode.pointer)
        }
      } else {
        roots.append(try environment.document(reference.string, relativeTo: base).rootNode.pointer)
      }
      var seen: Set<UnsafeMutablePointer<xmlNode>> = []
      push(roots.filter { seen.insert($0).inserted }, on: call)
    } catch {
      fail(call, error)
    }
  }

  /// An identifier made of the node's place, so that the same input gives the same bytes.
  private func pushIdentifier(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    var node = call.pointee.context.pointee.node.flatMap { Node($0) }
    if count == 1 { node = valuePop(call).map { XPathValue($0) }?.nodes.first }
    var steps: [String] = []
    if let document = node?.document { steps.append("d\(environment.number(of: document))") }
    while let current = node, current.kind != .root {
      var number = 1
      if current.kind == .attribute {
        number = 1 + (current.parent?.attributes.firstIndex(of: current) ?? 0)
      } else {
        var sibling = current.previousSibling
        while let before = sibling {
          number += 1
          sibling = before.previousSibling
        }
      }
      steps.insert("\(current.kind == .attribute ? "a" : "n")\(number)", at: 1)
      node = current.parent
    }
    valuePush(call, xmlXPathNewString(steps.joined()))
  }

  // MARK: Node-sets in linear time

  private func pushUnion(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    let values = (0..<count).compactMap { _ in valuePop(call).map { XPathValue($0) } }
    guard values.allSatisfy(\.isNodeSet) else {
      return xmlXPathErr(call, Int32(XPATH_INVALID_TYPE.rawValue))
    }
    guard let set = xmlXPathNodeSetCreate(nil) else { return }
    var seen: Set<UnsafeMutablePointer<xmlNode>> = []
    for node in sorted(values.reversed().flatMap({ XPathValue.pointers($0.pointer) })) {
      if node.pointee.type == XML_NAMESPACE_DECL {
        // Namespace nodes are copies that belong to their set; `Add` makes another copy.
        xmlXPathNodeSetAdd(set, node)
      } else if seen.insert(node).inserted {
        xmlXPathNodeSetAddUnique(set, node)
      }
    }
    valuePush(call, xmlXPathWrapNodeSet(set))
  }
}
