import XML

/// Writes where a node is as an XPath 1.0 expression that selects exactly this node, whatever the
/// prefixes: `/plan[1]/*[local-name()='title' and namespace-uri()='urn:x'][1]/text()[2]`.
enum Locations {
  static func location(of node: Node) -> String {
    var steps: [String] = []
    var candidate: Node? = node
    while let current = candidate, current.kind != .root {
      steps.append(step(to: current))
      candidate = current.parent
    }
    return steps.isEmpty ? "/" : steps.reversed().map { "/" + $0 }.joined()
  }

  private static func step(to node: Node) -> String {
    switch node.kind {
    case .root: ""
    case .attribute:
      node.namespace.map { "@*[\(test(node.localName, $0))]" } ?? "@\(node.localName)"
    case .element:
      (node.namespace.map { "*[\(test(node.localName, $0))]" } ?? node.localName) + number(node)
    case .text: "text()" + number(node)
    case .comment: "comment()" + number(node)
    case .processingInstruction: "processing-instruction('\(node.localName)')" + number(node)
    }
  }

  private static func test(_ name: String, _ namespace: String) -> String {
    "local-name()='\(name)' and namespace-uri()=\(literal(namespace))"
  }

  /// Counts the siblings that the step selects too: same kind, local name and namespace.
  private static func number(_ node: Node) -> String {
    var count = 1
    var sibling = node.previousSibling
    while let candidate = sibling {
      if candidate.kind == node.kind, candidate.localName == node.localName,
        candidate.namespace == node.namespace
      {
        count += 1
      }
      sibling = candidate.previousSibling
    }
    return "[\(count)]"
  }

  /// XPath 1.0 has no escapes: a text with both quotes is put together from parts.
  private static func literal(_ text: String) -> String {
    if !text.contains("'") { return "'\(text)'" }
    if !text.contains("\"") { return "\"\(text)\"" }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
    return "concat(\(parts.joined(separator: ", \"'\", ")))"
  }
}
