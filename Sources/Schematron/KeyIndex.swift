import XML
import XPath

/// The nodes of each document by the values of each key (XSLT 1.0, 12.2). Built at the first use of
/// a key in a document, so that a join costs one walk instead of one for each node.
final class KeyIndex {
  private struct Place: Hashable {
    let key: String
    let document: ObjectIdentifier
  }

  typealias Work<T> = (XPathContext, XPathExpression) throws(XPathFault) -> T
  typealias Evaluate = (Query, (XPathContext, XPathExpression) throws(XPathFault) -> Void) throws(XPathFault)
    -> Void

  private let keys: [String: [SchematronSchema.Key]]
  private var tables: [Place: [String: [Node]]] = [:]

  init(_ keys: [SchematronSchema.Key]) {
    self.keys = Dictionary(grouping: keys, by: \.name)
  }

  /// The nodes that `name` finds for any of `values`, each once.
  func nodes(
    _ name: String, _ values: [String], in document: Document, _ evaluate: Evaluate
  ) throws(XPathFault.Kind) -> [Node] {
    guard let declared = keys[name] else { throw .unknownKey(name) }
    let place = Place(key: name, document: ObjectIdentifier(document))
    let table: [String: [Node]]
    if let known = tables[place] {
      table = known
    } else {
      do throws(XPathFault) {
        table = try Self.table(declared, document, evaluate)
      } catch {
        throw error.kind
      }
      tables[place] = table
    }
    if values.count == 1 { return table[values[0]] ?? [] }
    var seen: Set<Node> = []
    return Set(values).flatMap { table[$0] ?? [] }.filter { seen.insert($0).inserted }
  }

  private static func table(
    _ keys: [SchematronSchema.Key], _ document: Document, _ evaluate: Evaluate
  ) throws(XPathFault) -> [String: [Node]] {
    var table: [String: [Node]] = [:]
    for key in keys {
      var nodes: [Node] = []
      try evaluate(key.match) { context, expression throws(XPathFault) in
        nodes = try context.matches(expression, in: document)
      }
      try evaluate(key.use) { context, expression throws(XPathFault) in
        for node in nodes {
          for value in Set(try context.evaluate(expression, at: node).strings) {
            table[value, default: []].append(node)
          }
        }
      }
    }
    // Two declarations of one key may find the same node.
    guard keys.count > 1 else { return table }
    return table.mapValues { nodes in
      var seen: Set<Node> = []
      return nodes.filter { seen.insert($0).inserted }
    }
  }
}
