import XML

/// Which rule of a pattern applies to which node (ISO/IEC 19757-3, 5.4.12: the first that matches).
/// The context of each rule is evaluated once for the whole document, so the cost grows with the
/// document and not with the number of nodes times the number of rules.
struct Matching {
  private var rules: [Node: Int] = [:]
  private var lists: [[Node]] = []

  /// Adds the nodes, in document order, that the next rule matches.
  mutating func add(_ nodes: [Node], rule: Int) {
    var mine: [Node] = []
    for node in nodes where rules[node] == nil {
      rules[node] = rule
      mine.append(node)
    }
    if !mine.isEmpty { lists.append(mine) }
  }

  /// Each matched node with its rule, in document order.
  var ordered: [(node: Node, rule: Int)] {
    let nodes = lists.count == 1 ? lists[0] : Node.inDocumentOrder(lists.flatMap { $0 })
    return nodes.compactMap { node in rules[node].map { (node, $0) } }
  }
}
