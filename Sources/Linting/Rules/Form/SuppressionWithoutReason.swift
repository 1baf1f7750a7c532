/// Suppressions that say no reason.
struct SuppressionWithoutReason: Rule {
  let card = RuleCard(
    "K084", "suppression-without-reason", .error, .form,
    vi: "Lệnh bỏ qua phải nêu lý do: <?khung-lint allow=\"K037\" reason=\"…\"?>. Không có lý do thì lệnh "
      + "không có tác dụng.",
    en: "A suppression says why: <?khung-lint allow=\"K037\" reason=\"…\"?>. Without a reason it covers "
      + "nothing.",
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
        ‸<?khung-lint allow="K030"?>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)
}
