/// Texts that are in force before they were issued.
struct InForceBeforeIssue: FileRule {
  let card = RuleCard(
    "K032", "in-force-before-issue", .error, .time,
    vi: "Ngày có hiệu lực trước ngày ban hành. Một trong hai ngày sai; đề án ở khoảng giữa nhận kết quả "
      + "sai.",
    en: "The text is in force before it was issued. One of the two days is wrong, and plans between them "
      + "get a wrong answer.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="‸2025-01-31" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, life) in contents.texts {
      guard let issued = life.issued, let start = life.effectiveFrom, start < issued else { continue }
      report.add(
        .value(entry.element, "effective-from", scalar: 0),
        vi: "có hiệu lực từ \(start), trước ngày ban hành \(issued)",
        en: "in force from \(start), before it was issued on \(issued)")
    }
  }
}
