/// Entries that refer to themselves.
struct SelfReference: FileRule {
  let card = RuleCard(
    "K022", "self-reference", .error, .references,
    vi: "Một văn bản không thể thay thế, sửa đổi hay hướng dẫn chính nó.",
    en: "A text cannot replace, amend or guide itself.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <guides ref="L-01-2025-QH15"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <guides ref="‸ND-02-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, _) in contents.texts {
      for edge in entry.element.children where edge.hasAttribute("ref") || edge.hasAttribute("successor") {
        for name in ["ref", "successor"] where edge.attribute(name) == entry.id && !entry.id.isEmpty {
          report.add(
            .value(edge, name, scalar: 0), vi: "\(entry.id) trỏ tới chính nó (\(edge.name))",
            en: "\(entry.id) refers to itself (\(edge.name))")
        }
      }
    }
    for (entry, _) in contents.frameworks {
      for edge in entry.element.children("crosswalk") {
        guard let from = edge.attribute("from"),
          edge.attribute("to")?.split(separator: " ").contains(Substring(from)) ?? false
        else { continue }
        report.add(
          .token(edge, "to", from), vi: "lớp \(from) đối chiếu với chính nó",
          en: "the layer \(from) is set against itself")
      }
    }
  }
}
