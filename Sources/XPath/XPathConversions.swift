import CLibXML2
import XML

/// Conversions between numbers and strings (XPath 1.0, 4.2, 4.4; XSLT 1.0, 12.3), and what bounds the length
/// of the strings that an expression makes.
extension XPathContext {
  /// The number of the topmost value: of a node-set that of its first node.
  private func popNumber(_ call: xmlXPathParserContextPtr) -> Double {
    guard let value = valuePop(call).map({ XPathValue($0) }) else { return .nan }
    guard value.isNodeSet else { return value.numbers[0] }
    return sorted(XPathValue.pointers(value.pointer)).first.map { XPathNumber.value(of: $0) } ?? .nan
  }

  func pushNumber(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    let context = call.pointee.context.pointee.node
    let number = count == 0 ? context.map { XPathNumber.value(of: $0) } ?? .nan : popNumber(call)
    valuePush(call, xmlXPathNewFloat(number))
  }

  func pushString(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    guard count > 0 else { return xmlXPathStringFunction(call, 0) }
    guard let top = call.pointee.value, top.pointee.type != XPATH_STRING else { return }
    if top.pointee.type == XPATH_NUMBER {
      let text = XPathNumber.text(popNumber(call))
      valuePush(call, xmlXPathNewString(text))
    } else {
      // A node-set is converted by its first node in document order.
      if let set = top.pointee.nodesetval, top.pointee.type == XPATH_NODESET, set.pointee.nodeNr > 1 {
        let value = valuePop(call).map { XPathValue($0) }
        let text = sorted(value.map { XPathValue.pointers($0.pointer) } ?? []).first
          .flatMap { xmlXPathCastNodeToString($0) }
        guard let text else { return fail(call, .memory) }
        valuePush(call, xmlXPathWrapString(text))
      } else {
        xmlXPathStringFunction(call, 1)
      }
    }
  }

  static func pushSum(_ call: xmlXPathParserContextPtr) {
    guard let value = valuePop(call).map({ XPathValue($0) }), value.isNodeSet else {
      return xmlXPathErr(call, Int32(XPATH_INVALID_TYPE.rawValue))
    }
    valuePush(call, xmlXPathNewFloat(value.numbers.reduce(0, +)))
  }

  func pushRounded(_ call: xmlXPathParserContextPtr) {
    valuePush(call, xmlXPathNewFloat(XPathNumber.rounded(popNumber(call))))
  }

  /// `concat()`: the one function that makes long texts of short ones.
  func pushJoined(_ call: xmlXPathParserContextPtr, _ count: Int32) {
    let values = (0..<count).compactMap { _ in valuePop(call).map { XPathValue($0) } }
    guard values.count == Int(count) else { return fail(call, .memory) }
    var bytes: [UInt8] = []
    for value in values.reversed() {
      if value.type == XPATH_STRING, let text = value.pointer.pointee.stringval {
        let length = Int(xmlStrlen(text))
        guard bytes.count + length <= limits.text else { return fail(call, .textLimit(bytes: limits.text)) }
        bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
      } else {
        bytes.append(contentsOf: value.string.utf8)
        guard bytes.count <= limits.text else { return fail(call, .textLimit(bytes: limits.text)) }
      }
    }
    bytes.append(0)
    valuePush(call, bytes.withUnsafeBufferPointer { xmlXPathNewString($0.baseAddress) })
  }

  func pushFormatted(_ call: xmlXPathParserContextPtr) {
    let picture = valuePop(call).map { XPathValue($0) }?.string ?? ""
    let number = popNumber(call)
    guard let form = NumberPicture(picture) else { return fail(call, .badPicture(picture)) }
    valuePush(call, xmlXPathNewString(form.text(number)))
  }
}
