/// Lines that are not indented by two spaces a level.
struct Indentation: FileRule {
  let card = RuleCard(
    "K081", "indentation", .note, .form, fixable: true,
    vi: "Mỗi phần tử đứng một dòng, thụt hai dấu cách mỗi bậc; như vậy so sánh hai bản chỉ thấy điều đã "
      + "đổi.",
    en: "Every element has its line, indented by two spaces a level, so that a comparison of two versions "
      + "shows only what changed.",
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
         ‸<title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    guard file.document != nil else { return }
    for wrong in IndentationScan(file.file.text) {
      report.add(
        .byte(wrong.tag, file), vi: "thụt vào \(wrong.found), phải là \(wrong.expected) dấu cách",
        en: "indented by \(wrong.found), should be \(wrong.expected) spaces",
        fix: Fix(file: file, range: wrong.space, replacement: wrong.replacement))
    }
  }
}
