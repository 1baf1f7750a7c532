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
    var output = Output()
    try write(message.text, &output)
    return FilledMessage(
      language: message.language, space: message.space, see: message.see, icon: message.icon,
      fpi: message.fpi, attributes: output.attributes, xml: output.xml,
      plain: output.plain.collapsingWhitespace())
  }

  /// What becomes of the content of one element.
  private struct Output {
    var attributes: [(name: String, value: String)] = []
    var xml = ""
    var plain = ""

    mutating func add(_ text: String) {
      xml += XMLText.escaped(text)
      plain += text
    }

    mutating func set(_ name: String, _ value: String) {
      attributes.removeAll { $0.name == name }
      attributes.append((name, value))
    }
  }

  private func write(_ content: [SchematronSchema.RichText], _ output: inout Output) throws(Refusal) {
    for item in content {
      switch item {
      case .text(let text): output.add(text)
      case .valueOf(let query): output.add(try evaluate(query, node).string)
      case .name(nil): output.add(node.qualifiedName)
      // 5.4.6: the value of the expression, whatever it is.
      case .name(let query?): output.add(try evaluate(query, node).string)
      case .copyOf(let query): try copy(query, &output)
      case .markup(let markup, let attributes, let inner):
        try wrap("svrl:" + markup.rawValue, attributes, inner, &output)
      case .foreign(let name, let attributes, let inner): try wrap(name, attributes, inner, &output)
      }
    }
  }

  /// XSLT 1.0, 11.3: nodes are copied as they are; attributes come onto the element around them, as long as
  /// nothing was written into it.
  private func copy(_ query: Query, _ output: inout Output) throws(Refusal) {
    let value = try evaluate(query, node)
    guard value.isNodeSet else { return output.add(value.string) }
    for node in value.nodes {
      output.plain += node.stringValue
      switch node.kind {
      case .attribute:
        guard output.xml.isEmpty else { continue }
        if let namespace = node.namespace, !node.qualifiedName.utf8.starts(with: "xml:".utf8) {
          output.set("xmlns:" + SchemaElement.prefix(of: node.qualifiedName), namespace)
        }
        output.set(node.qualifiedName, node.stringValue)
      case .root: output.xml += node.children.map { $0.serialized() }.joined()
      default: output.xml += node.serialized()
      }
    }
  }

  private func wrap(
    _ name: String, _ attributes: [(name: String, value: String)], _ inner: [SchematronSchema.RichText],
    _ output: inout Output
  ) throws(Refusal) {
    var within = Output(attributes: attributes)
    try write(inner, &within)
    output.xml += "<\(name)"
    for attribute in within.attributes {
      output.xml += " \(attribute.name)=\"\(XMLText.escaped(attribute.value, attribute: true))\""
    }
    output.xml += ">\(within.xml)</\(name)>"
    output.plain += within.plain
  }
}
