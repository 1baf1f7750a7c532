/// Entries without a title in one of the languages.
struct MissingTitle: FileRule {
  let card = RuleCard(
    "K014", "missing-title", .note, .identity,
    vi:
      "Mục không có tên bằng một trong hai ngôn ngữ, nên báo cáo bằng ngôn ngữ đó phải mượn tên của ngôn ngữ kia.",
    en: "The entry has no title in one of the languages, so a report in that language borrows the other's.",
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
        ‸<standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for entry in contents.entries where entry.kind != .example {
      let name = entry.kind == .indicator ? "name" : "title"
      let languages = entry.element.children(name).compactMap { $0.attribute("lang") }
      let absent = ["vi", "en"].filter { !languages.contains($0) }
      guard !absent.isEmpty else { continue }
      let list = absent.joined(separator: ", ")
      report.add(
        .element(entry.element), vi: "thiếu tên (\(name)) bằng ngôn ngữ: \(list)",
        en: "no \(name) in: \(list)")
    }
  }
}
