/// Facts without a mark, a tier or a day of reading.
struct IncompleteProvenance: FileRule {
  let card = RuleCard(
    "K050", "incomplete-provenance", .error, .provenance,
    vi: "Mỗi mục phải ghi dấu kiểm chứng, bậc nguồn và ngày đọc. Thiếu một trong ba thì không biết kết quả "
      + "dựa vào đâu.",
    en: "Every entry carries a mark, a tier and the day of reading. Without one of them nobody knows what a "
      + "verdict rests on.",
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
          ‸<provenance mark="verified" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for element in contents.writing.provenances {
      let absent = ["mark", "tier", "read"].filter { element.attribute($0) == nil }
      if !absent.isEmpty {
        let list = absent.joined(separator: ", ")
        report.add(.element(element), vi: "nguồn gốc thiếu: \(list)", en: "the provenance lacks: \(list)")
      }
    }
    let kinds: Set<Entry.Kind> = [.instrument, .standard, .framework, .indicator, .target, .criterion]
    for entry in contents.entries where kinds.contains(entry.kind) && entry.element.child("provenance") == nil
    {
      report.add(.element(entry.element), vi: "không có nguồn gốc", en: "there is no provenance")
    }
  }
}
