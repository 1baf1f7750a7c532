import Source

/// Texts that are about to end.
struct IntervalEndsSoon: CatalogueRule {
  let card = RuleCard(
    "K037", "interval-ends-soon", .note, .time,
    vi: "Văn bản hết hiệu lực, hoặc văn bản thay thế có hiệu lực, trong vòng 180 ngày sau ngày xét. Hãy "
      + "chuẩn bị mục kế tiếp và xem lại các tiêu chí dựa vào đó.",
    en: "The text ends, or its successor starts, within 180 days of the day looked at. Prepare what follows "
      + "and look at the criteria that rest on it.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" effective-to="2027-12-31" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" effective-to="‸2026-12-31" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  private static let days = 180

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (entry, life) in source.texts {
      guard life.effectiveTo != nil || !life.replacedBy.isEmpty,
        source.state(of: entry.id)?.isInForce ?? false
      else { continue }
      var ends: [(CalendarDate, RuleTarget)] = []
      if let end = life.effectiveTo { ends.append((end, .value(entry.element, "effective-to", scalar: 0))) }
      for (edge, element) in zip(life.replacedBy, entry.element.children("replaced-by")) {
        if let start = edge.on ?? source.catalogue.life(of: edge.id)?.start?.date {
          ends.append((start.previous, .element(element)))
        }
      }
      guard let (last, place) = ends.min(by: { $0.0 < $1.0 }), source.asOf <= last,
        source.asOf.days(to: last) <= Self.days
      else { continue }
      report.add(
        place, vi: "\(entry.id) còn hiệu lực đến hết \(last)", en: "\(entry.id) is in force to \(last) only")
    }
  }
}
