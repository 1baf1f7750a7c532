import CLibXML2

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
      ("khung-union", { call, count in call.map { XPathContext.pushUnion($0, count) } }),
      ("khung-equal", { call, _ in call.map { XPathContext.pushEquality($0, equal: true) } }),
      ("khung-unequal", { call, _ in call.map { XPathContext.pushEquality($0, equal: false) } }),
      ("khung-less", { call, _ in call.map { XPathContext.pushOrder($0, less: true, strict: true) } }),
      ("khung-at-most", { call, _ in call.map { XPathContext.pushOrder($0, less: true, strict: false) } }),
      ("khung-greater", { call, _ in call.map { XPathContext.pushOrder($0, less: false, strict: true) } }),
      ("khung-at-least", { call, _ in call.map { XPathContext.pushOrder($0, less: false, strict: false) } }),
    ]
    for (name, function) in functions { xmlXPathRegisterFunc(pointer, name, function) }
  }

  private static func of(_ call: xmlXPathParserContextPtr) -> XPathContext {
    from(call.pointee.context.pointee.extra)
  }

  private func fail(_ call: xmlXPathParserContextPtr, _ kind: XPathFault.Kind) {
    pendingFault = kind
    xmlXPathErr(call, Int32(XPATH_EXPR_ERROR.rawValue))
  }

  private static func push(_ nodes: [UnsafeMutablePointer<xmlNode>], on call: xmlXPathParserContextPtr) {
    guard let set = xmlXPathNodeSetCreate(nil) else { return }
    for node in nodes { xmlXPathNodeSetAddUnique(set, node) }
    xmlXPathNodeSetSort(set)
    valuePush(call, xmlXPathWrapNodeSet(set))
  }

  // MARK: XSLT 1.0, 12

  private func pushCurrent(_ call: xmlXPathParserContextPtr) {
    Self.push(current.map { [$0.pointer] } ?? [], on: call)
  }

  private func pushKey(_ call: xmlXPathParserContextPtr) {
    guard let wanted = valuePop(call).map({ XPathValue($0) }),
      let name = valuePop(call).map({ XPathValue($0) }),
      let document = call.pointee.context.pointee.node.flatMap({ Node($0) })?.document
    else { return Self.push([], on: call) }
    do throws(XPathFault.Kind) {
      let nodes = try environment.nodes(key: name.string, values: wanted.strings, in: document)
      Self.push(nodes.map(\.pointer), on: call)
    } catch {
      fail(call, error)
    }
  }

  private func pushDocument(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    var base: Document?
    if count == 2 { base = valuePop(call).map { XPathValue($0) }?.nodes.first?.document }
    guard let reference = valuePop(call).map({ XPathValue($0) }) else { return Self.push([], on: call) }
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
      Self.push(roots.filter { seen.insert($0).inserted }, on: call)
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

  private static func pushUnion(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    let values = (0..<count).compactMap { _ in valuePop(call).map { XPathValue($0) } }
    guard values.allSatisfy(\.isNodeSet) else {
      return xmlXPathErr(call, Int32(XPATH_INVALID_TYPE.rawValue))
    }
    guard let set = xmlXPathNodeSetCreate(nil) else { return }
    var seen: Set<UnsafeMutablePointer<xmlNode>> = []
    for node in values.reversed().flatMap({ XPathValue.pointers($0.pointer) }) {
      if node.pointee.type == XML_NAMESPACE_DECL {
        // Namespace nodes are copies that belong to their set; `Add` makes another copy.
        xmlXPathNodeSetAdd(set, node)
      } else if seen.insert(node).inserted {
        xmlXPathNodeSetAddUnique(set, node)
      }
    }
    xmlXPathNodeSetSort(set)
    valuePush(call, xmlXPathWrapNodeSet(set))
  }

  /// Takes the two operands off the stack when both are node-sets; leaves them otherwise.
  private static func popSets(_ call: xmlXPathParserContextPtr) -> (XPathValue, XPathValue)? {
    guard call.pointee.valueNr >= 2, let table = call.pointee.valueTab,
      let left = table[Int(call.pointee.valueNr) - 2], left.pointee.type == XPATH_NODESET,
      let right = table[Int(call.pointee.valueNr) - 1], right.pointee.type == XPATH_NODESET,
      let second = valuePop(call), let first = valuePop(call)
    else { return nil }
    return (XPathValue(first), XPathValue(second))
  }

  /// True when some node of one set and some node of the other have the same (or another)
  /// string-value (XPath 1.0, 3.4).
  private static func pushEquality(_ call: xmlXPathParserContextPtr, equal: Bool) {
    guard let (left, right) = popSets(call) else {
      valuePush(
        call,
        xmlXPathNewBoolean(equal ? xmlXPathEqualValues(call) : xmlXPathNotEqualValues(call)))
      return
    }
    let first = Set(left.strings)
    let second = Set(right.strings)
    let holds =
      equal
      ? !first.isDisjoint(with: second)
      : !first.isEmpty && !second.isEmpty && (first.count > 1 || second.count > 1 || first != second)
    valuePush(call, xmlXPathNewBoolean(holds ? 1 : 0))
  }

  /// Some pair is in order when the extreme values are; nodes that are no numbers count as absent.
  private static func pushOrder(_ call: xmlXPathParserContextPtr, less: Bool, strict: Bool) {
    guard let (left, right) = popSets(call) else {
      valuePush(call, xmlXPathNewBoolean(xmlXPathCompareValues(call, less ? 1 : 0, strict ? 1 : 0)))
      return
    }
    func numbers(_ value: XPathValue) -> [Double] {
      XPathValue.pointers(value.pointer).map { xmlXPathCastNodeToNumber($0) }.filter { !$0.isNaN }
    }
    let lower = numbers(less ? left : right).min()
    let upper = numbers(less ? right : left).max()
    var holds = false
    if let lower, let upper { holds = strict ? lower < upper : lower <= upper }
    valuePush(call, xmlXPathNewBoolean(holds ? 1 : 0))
  }
}
