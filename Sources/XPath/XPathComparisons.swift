import CLibXML2
import XML

/// Comparisons (XPath 1.0, 3.4) of node-sets in linear time, and of all that becomes a number.
extension XPathContext {
  /// The two operands, the left one first.
  private static func operands(_ call: xmlXPathParserContextPtr) -> (XPathValue, XPathValue)? {
    guard let right = valuePop(call).map({ XPathValue($0) }),
      let left = valuePop(call).map({ XPathValue($0) })
    else { return nil }
    return (left, right)
  }

  func pushEquality(_ call: xmlXPathParserContextPtr, equal: Bool) {
    guard let (left, right) = Self.operands(call) else { return fail(call, .memory) }
    guard let holds = equality(left, right, equal: equal) else {
      return fail(call, .textLimit(bytes: limits.held))
    }
    valuePush(call, xmlXPathNewBoolean(holds ? 1 : 0))
  }

  /// Nil when the texts to compare are too much.
  private func equality(_ left: XPathValue, _ right: XPathValue, equal: Bool) -> Bool? {
    if left.type == XPATH_BOOLEAN || right.type == XPATH_BOOLEAN {
      return (left.boolean == right.boolean) == equal
    }
    if left.type == XPATH_NUMBER || right.type == XPATH_NUMBER {
      let (first, second) = (left.numbers, right.numbers)
      // One of them is a single number.
      return first.contains { one in second.contains { (one == $0) == equal } }
    }
    guard let texts = left.strings(within: limits.held), let others = right.strings(within: limits.held)
    else {
      return nil
    }
    let (first, second) = (Set(texts.map { Array($0.utf8) }), Set(others.map { Array($0.utf8) }))
    return equal
      ? !first.isDisjoint(with: second)
      : !first.isEmpty && !second.isEmpty && (first.count > 1 || second.count > 1 || first != second)
  }

  /// Some pair is in order when the extreme values are; nodes that are no numbers count as absent.
  func pushOrder(_ call: xmlXPathParserContextPtr, less: Bool, strict: Bool) {
    guard let (left, right) = Self.operands(call) else { return fail(call, .memory) }
    func numbers(_ value: XPathValue, beside other: XPathValue) -> [Double] {
      // Beside a boolean a node-set is whether it has nodes.
      let all = other.type == XPATH_BOOLEAN && value.isNodeSet ? [value.boolean ? 1 : 0] : value.numbers
      return all.filter { !$0.isNaN }
    }
    let (first, second) = (numbers(left, beside: right), numbers(right, beside: left))
    let lower = (less ? first : second).min()
    let upper = (less ? second : first).max()
    var holds = false
    if let lower, let upper { holds = strict ? lower < upper : lower <= upper }
    valuePush(call, xmlXPathNewBoolean(holds ? 1 : 0))
  }
}

extension XPathValue {
  var type: xmlXPathObjectType { pointer.pointee.type }

  /// The numbers of the nodes, or the one number of any other value (XPath 1.0, 4.4).
  var numbers: [Double] {
    switch type {
    case XPATH_NODESET: Self.pointers(pointer).map { XPathNumber.value(of: $0) }
    case XPATH_NUMBER: [pointer.pointee.floatval]
    case XPATH_BOOLEAN: [boolean ? 1 : 0]
    default: [XPathNumber.value(string)]
    }
  }
}
