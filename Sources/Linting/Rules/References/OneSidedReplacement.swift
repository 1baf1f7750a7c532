import XML

/// Replacements that only one of the two texts tells of.
struct OneSidedReplacement: CatalogueRule {
  let card = RuleCard(
    "K024", "one-sided-replacement", .warning, .references, fixable: true,
    vi: "Văn bản mới ghi “thay thế” nhưng văn bản cũ không ghi “được thay thế bởi”, hoặc ngược lại. Trạng "
      + "thái của văn bản cũ được tính từ phía của nó.",
    en: "The later text says that it replaces, and the earlier does not say that it is replaced, or the "
      + "other way round. The state of the earlier text is worked out from its own side.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <replaced-by ref="ND-03-2025" on="2025-03-01"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" effective-from="2025-03-01" binding="binding">
          <title lang="vi">Nghị định sau</title>
          <title lang="en">The later decree</title>
          <replaces ref="ND-02-2025" on="2025-03-01"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" effective-from="2025-03-01" binding="binding">
          <title lang="vi">Nghị định sau</title>
          <title lang="en">The later decree</title>
          ‸<replaces ref="ND-02-2025" on="2025-03-01"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (entry, life) in source.texts {
      for (name, other, edges) in [
        ("replaces", "replaced-by", life.replaces), ("replaced-by", "replaces", life.replacedBy),
      ] where !edges.isEmpty {
        for edge in entry.element.children(name) {
          guard let target = edge.attribute("ref"), target != entry.id, let second = source.entry(target),
            second.kind == .instrument || second.kind == .standard,
            !second.element.children(other).contains(where: { $0.attribute("ref") == entry.id })
          else { continue }
          report.add(
            .element(edge), vi: "\(target) không ghi <\(other) ref=\"\(entry.id)\"/>",
            en: "\(target) has no <\(other) ref=\"\(entry.id)\"/>",
            fix: missingSide(other, of: second, to: entry.id, on: edge.attribute("on")))
        }
      }
    }
  }

  /// The missing edge, before the first element that the schema wants after it.
  private func missingSide(_ name: String, of entry: Entry, to id: String, on day: String?) -> Fix? {
    let passed: Set<String> = [
      "title", "alias", "provision", "without-criterion", "field", "adopts", "decision", "committee",
      "status-seen",
      "references-seen", "replaces", name,
    ]
    guard let next = entry.element.children.first(where: { !passed.contains($0.name) }),
      let number = Node(next).elementNumber, let offset = entry.file.map.offset(ofElement: number)
    else { return nil }
    let indent = entry.file.map.indentation(at: offset)
    let on = day.map { " on=\"\($0)\"" } ?? ""
    return Fix(
      file: entry.file, range: offset..<offset,
      replacement: "<\(name) ref=\"\(id)\"\(on)/>\(entry.file.map.lineBreak)\(indent)")
  }
}
