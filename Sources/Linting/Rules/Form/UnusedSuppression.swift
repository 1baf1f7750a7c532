/// Suppressions that cover nothing any more.
struct UnusedSuppression: Rule {
  let card = RuleCard(
    "K085", "unused-suppression", .warning, .form,
    vi: "Lệnh bỏ qua không còn che phát hiện nào, nhưng sẽ che phát hiện mới cùng loại mà không ai hay.",
    en: "The suppression covers no finding any more, and would hide a new one of its kind unnoticed.",
    accepts: """
      <instruments>
        <?khung-lint allow="K037" reason="Văn bản kế tiếp đang được đọc."?>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" effective-to="2026-12-31" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        ‸<?khung-lint allow="K037" reason="Văn bản kế tiếp đang được đọc."?>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)
}
