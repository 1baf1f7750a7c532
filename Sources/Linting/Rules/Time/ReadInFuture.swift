import Source

/// Sources read after the edition.
struct ReadInFuture: CatalogueRule {
  let card = RuleCard(
    "K038", "read-in-future", .warning, .time,
    vi: "Ngày đọc nguồn sau ngày của ấn bản: nguồn không thể được đọc sau khi danh mục phát hành. Hãy sửa "
      + "ngày, hoặc nâng ngày ấn bản.",
    en: "The day on which the source was read is after that of the edition: correct the day, or date the "
      + "edition anew.",
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
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="‸2026-11-24"/>
        </standard>
      </standards>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let edition = source.catalogue.edition.date
    let day = edition.description
    for element in source.provenances {
      // Days written in full compare as text; whatever is written otherwise is read as a day.
      guard let written = element.attribute("read"), written.utf8.count != day.utf8.count || written > day,
        let read = CalendarDate(written), edition < read
      else {
        continue
      }
      report.add(
        .value(element, "read", scalar: 0), vi: "nguồn đọc ngày \(read), sau ngày ấn bản \(edition)",
        en: "the source was read on \(read), after the edition of \(edition)")
    }
  }
}
