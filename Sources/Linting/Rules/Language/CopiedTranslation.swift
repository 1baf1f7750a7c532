/// Translations that are the same text again.
struct CopiedTranslation: FileRule {
  let card = RuleCard(
    "K075", "copied-translation", .warning, .language,
    vi: "Bản tiếng Anh giống hệt bản tiếng Việt: có lẽ chưa dịch. Tên riêng không có dấu thì không bị báo.",
    en: "The English text is the Vietnamese one again: probably not translated. Names without marks are not "
      + "reported.",
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
          ‸<title lang="en">Đèn đường</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for group in contents.writing.labels {
      let texts = group.elements.filter { $0.attribute("lang") == "vi" }.map(\.text)
      for element in group.elements where element.attribute("lang") == "en" {
        let text = element.text
        guard texts.contains(text), isVietnamese(text) || text.split(separator: " ").count >= 5 else {
          continue
        }
        report.add(
          .element(element), vi: "bản tiếng Anh chép nguyên bản tiếng Việt",
          en: "the English text is a copy of the Vietnamese one")
      }
    }
  }

  private func isVietnamese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value > 0xBF && $0.properties.isAlphabetic }
  }
}
