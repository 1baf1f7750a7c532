import XML

/// Writes where a node is as an XPath 1.0 expression that selects exactly this node, whatever the
/// prefixes: `/plan[1]/*[local-name()='title' and namespace-uri()='urn:x'][1]/text()[2]`.
struct Locations {
  /// Numbers of siblings, counted once for each parent: a list with thousands of findings must not
  /// be walked for each of them.
  private var numbers: [Node: Int] = [:]
  private var counted: Set<Node> = []

  private struct Group: Hashable {
    let kind: Node.Kind
    let name: String
    let namespace: String?
  }

  mutating func location(of node: Node) -> String {
    var steps: [String] = []
    var candidate: Node? = node
    while let current = candidate, current.kind != .root {
      steps.append(step(to: current))
      candidate = current.parent
    }
    return steps.isEmpty ? "/" : steps.reversed().map { "/" + $0 }.joined()
  }

  private mutating func step(to node: Node) -> String {
    switch node.kind {
    case .root: ""
    case .attribute:
      node.namespace.map { "@*[\(Self.test(node.localName, $0))]" } ?? "@\(node.localName)"
    case .element:
      (node.namespace.map { "*[\(Self.test(node.localName, $0))]" } ?? node.localName) + number(node)
    case .text: "text()" + number(node)
    case .comment: "comment()" + number(node)
    case .processingInstruction: "processing-instruction('\(node.localName)')" + number(node)
    }
  }

  private static func test(_ name: String, _ namespace: String) -> String {
    "local-name()='\(name)' and namespace-uri()=\(literal(namespace))"
  }

  /// Counts the siblings that the step selects too: same kind, local name and namespace.
  private mutating func number(_ node: Node) -> String {
    if let parent = node.parent, counted.insert(parent).inserted {
      var counts: [Group: Int] = [:]
      for child in parent.children {
        let group = Group(kind: child.kind, name: child.localName, namespace: child.namespace)
        counts[group, default: 0] += 1
        numbers[child] = counts[group]
      }
    }
    return "[\(numbers[node] ?? 1)]"
  }

  /// A namespace is a URI, which has no double quotes; documents with others are refused.
  private static func literal(_ uri: String) -> String {
    uri.utf8.contains(UInt8(ascii: "'")) ? "\"\(uri)\"" : "'\(uri)'"
  }
}
