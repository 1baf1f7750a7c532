/// Two spaces in a row within a text.
struct DoubleSpace: FileRule {
  let card = RuleCard(
    "K073", "double-space", .note, .language, fixable: true,
    vi: "Hai dấu cách liền nhau trong văn bản hoặc giá trị thuộc tính; thường là vết của việc chép.",
    en: "Two spaces in a row in a text or the value of an attribute; mostly what copying left.",
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
          <title lang="en">Street‸  lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    guard file.document != nil else { return }
    for run in SpaceRuns(file.file.text.bytes) {
      report.add(
        .byte(run.lowerBound, file), vi: "\(run.count) dấu cách liền nhau",
        en: "\(run.count) spaces in a row",
        fix: Fix(file: file, range: run, replacement: " "))
    }
  }
}
