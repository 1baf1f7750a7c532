/// Texts for people in one language only.
struct MissingTranslation: FileRule {
  let card = RuleCard(
    "K074", "missing-translation", .warning, .language,
    vi: "Văn bản cho người đọc chỉ có một ngôn ngữ, nên báo cáo bằng ngôn ngữ kia lẫn hai thứ tiếng.",
    en: "A text for people is there in one language only, so a report in the other mixes both.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <transition successor="TCVN-00001-2024" approved-before="2026-01-01">
            <rule lang="vi">Đề án đã phê duyệt tiếp tục áp dụng tiêu chuẩn cũ.</rule>
            <rule lang="en">Approved plans keep the earlier standard.</rule>
          </transition>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <transition successor="TCVN-00001-2024" approved-before="2026-01-01">
            ‸<rule lang="vi">Đề án đã phê duyệt tiếp tục áp dụng tiêu chuẩn cũ.</rule>
          </transition>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for group in contents.writing.labels
    where group.name != "note" && !(group.isEntry && ["title", "name"].contains(group.name)) {
      let languages = Set(group.elements.compactMap { $0.attribute("lang") })
      guard languages.count == 1, let first = group.elements.first, let only = languages.first else {
        continue
      }
      let other = only == "vi" ? "en" : "vi"
      report.add(
        .element(first), vi: "<\(group.name)> không có bản lang=\"\(other)\"",
        en: "<\(group.name)> has no text with lang=\"\(other)\"")
    }
  }
}
