import Source

/// Which elements of the standard may stand where, and what they must carry (ISO/IEC 19757-3,
/// annex A). Elements of other namespaces are allowed everywhere, except instructions of XSLT that
/// a processor would have to obey.
enum SchemaStructure {
  private static let inline: Set<String> = ["name", "value-of", "emph", "dir", "span"]
  private static let children: [String: Set<String>] = [
    "schema": ["title", "ns", "p", "let", "phase", "pattern", "diagnostics", "properties"],
    "ns": [], "let": [], "param": [], "extends": [], "value-of": [], "name": [], "copy-of": [],
    "title": ["dir"], "p": ["dir", "emph", "span"], "emph": [], "dir": ["value-of"], "span": ["value-of"],
    "phase": ["p", "let", "active"], "active": ["dir", "emph", "span"],
    "pattern": ["title", "p", "let", "param", "rule"],
    "rule": ["let", "p", "assert", "report", "extends"],
    "assert": inline, "report": inline,
    "diagnostics": ["diagnostic"], "diagnostic": inline,
    "properties": ["property"], "property": inline.union(["copy-of"]),
  ]
  private static let withoutText: Set<String> = [
    "schema", "ns", "phase", "pattern", "rule", "diagnostics", "properties", "extends", "param",
  ]
  private static let required: [String: [String]] = [
    "ns": ["prefix", "uri"], "let": ["name"], "param": ["name"], "active": ["pattern"],
    "assert": ["test"], "report": ["test"], "diagnostic": ["id"], "property": ["id"],
    "value-of": ["select"], "copy-of": ["select"], "span": ["class"], "phase": ["id"],
    "extends": ["rule"],
  ]

  static func check(_ element: SchemaElement) throws(Refusal) {
    guard let allowed = children[element.localName] else { return }
    for name in required[element.localName] ?? [] { _ = try element.required(name) }
    if element.localName == "let" { return try checkVariable(element) }
    for item in element.content {
      switch item {
      case .text(let text):
        if withoutText.contains(element.localName), text.contains(where: { !$0.isWhitespace }) {
          throw element.refusal(.unexpectedText(parent: element.localName))
        }
      case .element(let child): try check(child, in: element, allowed: allowed)
      }
    }
  }

  private static func check(
    _ child: SchemaElement, in parent: SchemaElement, allowed: Set<String>
  ) throws(Refusal) {
    if child.namespace == SchemaElement.transformations {
      let isKey = parent.localName == "schema" && child.localName == "key"
      let isCopy = child.localName == "copy-of" && allowed.contains("copy-of")
      guard isKey || isCopy else {
        throw child.refusal(.unexpectedElement(child.name, parent: parent.localName))
      }
      for name in isKey ? ["name", "match", "use"] : ["select"] { _ = try child.required(name) }
    } else if child.isSchematron {
      guard allowed.contains(child.localName) else {
        throw child.refusal(.unexpectedElement(child.localName, parent: parent.localName))
      }
      try check(child)
    }
  }

  /// 5.4.5: the value of a variable is an expression or the content, not both.
  private static func checkVariable(_ element: SchemaElement) throws(Refusal) {
    let name = try element.required("name")
    guard name.isUncolonedName else { throw element.refusal(.badName(name), at: "name") }
    let hasContent = element.content.contains { item in
      guard case .text(let text) = item else { return true }
      return text.contains { !$0.isWhitespace }
    }
    if element["value"] != nil, hasContent { throw element.refusal(.valueAndContent, at: "value") }
  }
}
