import Source
import XML
import XPath

/// Fills the expressions of a message in for one finding.
struct Filling {
  let node: Node
  let evaluate: (Query, Node) throws(Refusal) -> XPathValue

  func fill(_ details: [SchematronSchema.Detail]) throws(Refusal) -> [FilledDetail] {
    var result: [FilledDetail] = []
    for detail in details {
      result.append(
        FilledDetail(
          id: detail.id, role: detail.role, scheme: detail.scheme, message: try fill(detail.message)))
    }
    return result
  }

  func fill(_ message: SchematronSchema.Message) throws(Refusal) -> FilledMessage {
    var xml = ""
    var plain = ""
    try write(message.text, &xml, &plain)
    return FilledMessage(
      language: message.language, space: message.space, see: message.see, icon: message.icon,
      fpi: message.fpi, xml: xml, plain: plain.collapsingWhitespace())
  }

  private func write(
    _ content: [SchematronSchema.RichText], _ xml: inout String, _ plain: inout String
  ) throws(Refusal) {
    for item in content {
      switch item {
      case .text(let text): add(text, &xml, &plain)
      case .valueOf(let query): add(try evaluate(query, node).string, &xml, &plain)
      case .name(let query): add(try name(query), &xml, &plain)
      case .copyOf(let query): try copy(query, &xml, &plain)
      case .markup(let markup, let attributes, let inner):
        try wrap("svrl:" + markup.rawValue, attributes, inner, &xml, &plain)
      case .foreign(let name, let attributes, let inner):
        try wrap(name, attributes, inner, &xml, &plain)
      }
    }
  }

  private func add(_ text: String, _ xml: inout String, _ plain: inout String) {
    xml += XMLText.escaped(text)
    plain += text
  }

  /// 5.4.6: the name of the context node, or of the node that `path` leads to.
  private func name(_ query: Query?) throws(Refusal) -> String {
    guard let query else { return node.qualifiedName }
    let value = try evaluate(query, node)
    return value.isNodeSet ? value.nodes.first?.qualifiedName ?? "" : value.string
  }

  private func copy(_ query: Query, _ xml: inout String, _ plain: inout String) throws(Refusal) {
    let value = try evaluate(query, node)
    guard value.isNodeSet else { return add(value.string, &xml, &plain) }
    for node in value.nodes {
      xml += node.kind == .root ? node.children.map { $0.serialized() }.joined() : node.serialized()
      plain += node.stringValue
    }
  }

  private func wrap(
    _ name: String, _ attributes: [(name: String, value: String)], _ inner: [SchematronSchema.RichText],
    _ xml: inout String, _ plain: inout String
  ) throws(Refusal) {
    xml += "<\(name)"
    for attribute in attributes {
      xml += " \(attribute.name)=\"\(XMLText.escaped(attribute.value, attribute: true))\""
    }
    xml += ">"
    try write(inner, &xml, &plain)
    xml += "</\(name)>"
  }
}
