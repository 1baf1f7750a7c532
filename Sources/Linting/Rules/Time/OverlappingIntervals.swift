/// An old text and its successor, both in force.
struct OverlappingIntervals: CatalogueRule {
  let card = RuleCard(
    "K031", "overlapping-intervals", .error, .time,
    vi: "Văn bản cũ còn hiệu lực sau ngày văn bản thay thế nó có hiệu lực, mà không có quy định chuyển "
      + "tiếp.",
    en: "The earlier text is in force after its successor started, and no transition rule says so.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" effective-to="2025-06-30" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <replaced-by ref="ND-03-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" effective-from="2025-07-01" binding="binding">
          <title lang="vi">Nghị định sau</title>
          <title lang="en">The later decree</title>
          <replaces ref="ND-02-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" effective-to="‸2025-08-31" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <replaced-by ref="ND-03-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
        <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" effective-from="2025-07-01" binding="binding">
          <title lang="vi">Nghị định sau</title>
          <title lang="en">The later decree</title>
          <replaces ref="ND-02-2025"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (entry, life) in source.texts {
      guard let end = life.effectiveTo, life.transitions.isEmpty else { continue }
      for edge in life.replacedBy {
        guard let start = edge.on ?? source.catalogue.life(of: edge.id)?.start?.date, start <= end else {
          continue
        }
        report.add(
          .value(entry.element, "effective-to", scalar: 0),
          vi: "\(entry.id) còn hiệu lực đến \(end) trong khi \(edge.id) có hiệu lực từ \(start)",
          en: "\(entry.id) is in force to \(end), and \(edge.id) from \(start)")
      }
    }
  }
}
