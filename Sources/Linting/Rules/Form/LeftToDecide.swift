/// Marks at what a person has still to decide.
struct LeftToDecide: FileRule {
  let card = RuleCard(
    "K086", "left-to-decide", .warning, .form,
    vi: "Dấu <?khung-decide?> chỉ chỗ mà một người còn phải quyết định: điền vào, rồi xóa dấu. "
      + "khung catalogue new và khung catalogue rebase để lại các dấu này.",
    en: "A mark <?khung-decide?> stands where a person has still to decide: fill in, then take the mark out. "
      + "khung catalogue new and khung catalogue rebase leave them.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        ‸<?khung-decide vi="Ngày có hiệu lực?" en="The day of force?"?>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for mark in DecisionMark.all(in: contents.file) {
      let words = (vi: mark.words["vi"] ?? "", en: mark.words["en"] ?? "")
      report.add(
        .instruction(mark.offset, covering: mark.covered, contents.file),
        vi: "còn phải quyết định: \(words.vi)",
        en: "left to decide: \(words.en)")
    }
  }
}
