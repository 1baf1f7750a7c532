/// Texts issued after the edition that holds them.
struct IssuedAfterEdition: CatalogueRule {
  let card = RuleCard(
    "K039", "issued-after-edition", .warning, .time,
    vi: "Văn bản ban hành sau ngày của ấn bản: ấn bản không thể đã biết văn bản này, và lịch của danh mục "
      + "(khung catalogue calendar) từ chối. Hãy nâng ngày ấn bản, hoặc sửa ngày ban hành.",
    en:
      "The text was issued after the edition, which cannot have known it, and the calendar of the catalogue "
      + "(khung catalogue calendar) refuses it. Date the edition anew, or mend the day of issue.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2026-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2026" kind="decree" number="02/2026/NĐ-CP" year="2026" issued="‸2026-11-24" effective-from="2027-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let edition = source.catalogue.edition.date
    // Where a criterion rests on a text that is still to be issued, that rule says it.
    let bases = Set(source.criteria.lazy.flatMap { $0.model.bases.lazy.map(\.instrument) })
    for (entry, life) in source.texts {
      guard let issued = life.issued, edition < issued,
        issued <= source.asOf || !bases.contains(entry.id)
      else { continue }
      report.add(
        .value(entry.element, "issued", scalar: 0), vi: "ban hành ngày \(issued), sau ngày ấn bản \(edition)",
        en: "issued on \(issued), after the edition of \(edition)")
    }
  }
}
