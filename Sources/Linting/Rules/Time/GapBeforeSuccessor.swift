/// Days on which neither a text nor its successor is in force.
struct GapBeforeSuccessor: CatalogueRule {
  let card = RuleCard(
    "K033", "gap-before-successor", .warning, .time,
    vi: "Giữa ngày hết hiệu lực của văn bản cũ và ngày có hiệu lực của văn bản thay thế có những ngày không "
      + "văn bản nào có hiệu lực.",
    en: "Between the last day of a text and the first of its successor there are days on which neither is "
      + "in force.",
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
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" effective-to="‸2025-05-31" binding="binding">
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
      guard let end = life.effectiveTo else { continue }
      let starts = life.replacedBy.compactMap { edge in
        (edge.on ?? source.catalogue.life(of: edge.id)?.start?.date).map { ($0, edge.id) }
      }
      guard let first = starts.min(by: { $0.0 < $1.0 }), end.next < first.0 else { continue }
      report.add(
        .value(entry.element, "effective-to", scalar: 0),
        vi: "hết hiệu lực \(end), còn \(first.1) chỉ có hiệu lực từ \(first.0)",
        en: "ends on \(end), and \(first.1) starts on \(first.0) only")
    }
  }
}
