/// The functions that expressions may call: XPath 1.0 (section 4) and, of XSLT 1.0 (section 12),
/// `current`, `document`, `key`, `generate-id` and `format-number`. No extension functions.
struct XPathFunction: Sendable {
  /// What XSLT 1.0 adds besides, for stylesheets: they ask about a processor that is not there.
  static let outsideBinding: Set<String> = [
    "element-available", "function-available", "system-property", "unparsed-entity-uri",
  ]

  let least: Int
  let most: Int?
  let result: XPathType
  /// The first argument must be a node-set.
  var takesNodes = false
  /// What the first argument is converted to before the call, and what the others are.
  var first = XPathType.unknown
  var others = XPathType.unknown

  static let all: [String: XPathFunction] = [
    "last": .init(least: 0, most: 0, result: .number),
    "position": .init(least: 0, most: 0, result: .number),
    "count": .init(least: 1, most: 1, result: .number, takesNodes: true),
    "id": .init(least: 1, most: 1, result: .nodes),
    "local-name": .init(least: 0, most: 1, result: .string, takesNodes: true),
    "namespace-uri": .init(least: 0, most: 1, result: .string, takesNodes: true),
    "name": .init(least: 0, most: 1, result: .string, takesNodes: true),
    "string": .init(least: 0, most: 1, result: .string),
    "concat": .init(least: 2, most: nil, result: .string, first: .string, others: .string),
    "starts-with": .init(least: 2, most: 2, result: .boolean, first: .string, others: .string),
    "contains": .init(least: 2, most: 2, result: .boolean, first: .string, others: .string),
    "substring-before": .init(least: 2, most: 2, result: .string, first: .string, others: .string),
    "substring-after": .init(least: 2, most: 2, result: .string, first: .string, others: .string),
    "substring": .init(least: 2, most: 3, result: .string, first: .string, others: .number),
    "string-length": .init(least: 0, most: 1, result: .number, first: .string),
    "normalize-space": .init(least: 0, most: 1, result: .string, first: .string),
    "translate": .init(least: 3, most: 3, result: .string, first: .string, others: .string),
    "boolean": .init(least: 1, most: 1, result: .boolean),
    "not": .init(least: 1, most: 1, result: .boolean),
    "true": .init(least: 0, most: 0, result: .boolean),
    "false": .init(least: 0, most: 0, result: .boolean),
    "lang": .init(least: 1, most: 1, result: .boolean, first: .string),
    "number": .init(least: 0, most: 1, result: .number),
    "sum": .init(least: 1, most: 1, result: .number, takesNodes: true),
    "floor": .init(least: 1, most: 1, result: .number, first: .number),
    "ceiling": .init(least: 1, most: 1, result: .number, first: .number),
    "round": .init(least: 1, most: 1, result: .number, first: .number),
    "format-number": .init(least: 2, most: 2, result: .string, first: .number, others: .string),
    "current": .init(least: 0, most: 0, result: .nodes),
    "document": .init(least: 1, most: 2, result: .nodes),
    "key": .init(least: 2, most: 2, result: .nodes),
    "generate-id": .init(least: 0, most: 1, result: .string, takesNodes: true),
  ]
}

/// What an expression yields, as far as its text tells.
package enum XPathType: Sendable {
  case nodes, boolean, number, string
  /// A variable: known only when evaluated.
  case unknown

  var mayBeNodes: Bool { self == .nodes || self == .unknown }
}
