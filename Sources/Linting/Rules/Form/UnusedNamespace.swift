import Source
import XML

/// Namespace declarations that nothing uses.
struct UnusedNamespace: FileRule {
  let card = RuleCard(
    "K082", "unused-namespace", .note, .form,
    vi: "Khai báo không gian tên không được dùng, hoặc lặp lại khai báo đã có hiệu lực.",
    en: "A namespace is declared and not used, or declared again where it holds already.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards ‸xmlns:old="urn:khung:catalogue:0">
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    guard let root = file.root, file.file.text.hasSeveralDeclarations else { return }
    walk(root, [:], &report)
  }

  private func walk(_ element: Element, _ outer: [String: String], _ report: inout RuleReport) {
    let scope = element.declaresNamespaces ? look(at: element, outer, &report) : outer
    for child in element.children { walk(child, scope, &report) }
  }

  private func look(
    at element: Element, _ outer: [String: String], _ report: inout RuleReport
  ) -> [String: String] {
    let node = Node(element)
    var scope = outer
    for (prefix, uri) in node.declaredNamespaces {
      let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
      if scope[prefix] == uri {
        report.add(
          .attribute(element, name), vi: "\(name) đã có hiệu lực ở đây", en: "\(name) holds here already")
      } else if !uses(node, prefix) {
        report.add(.attribute(element, name), vi: "không gì dùng \(name)", en: "nothing uses \(name)")
      }
      scope[prefix] = uri
    }
    return scope
  }

  private func uses(_ node: Node, _ prefix: String) -> Bool {
    if (node.prefix ?? "") == prefix { return true }
    if !prefix.isEmpty, node.attributes.contains(where: { $0.prefix == prefix }) { return true }
    return node.children.contains { child in
      child.kind == .element && !child.declaredNamespaces.contains { $0.prefix == prefix }
        && uses(child, prefix)
    }
  }
}

extension SourceText {
  /// Most files declare one namespace, at their root.
  fileprivate var hasSeveralDeclarations: Bool {
    guard let first = offset(of: "xmlns") else { return false }
    return offset(of: "xmlns", from: first + 1) != nil
  }
}
