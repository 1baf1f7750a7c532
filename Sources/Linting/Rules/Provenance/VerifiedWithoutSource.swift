/// Verified facts that name no source.
struct VerifiedWithoutSource: FileRule {
  let card = RuleCard(
    "K051", "verified-without-source", .warning, .provenance,
    vi: "Dấu “đã kiểm chứng” mà không nêu địa chỉ nguồn, cũng không có ghi chú nói nguồn là gì: người khác "
      + "không kiểm lại được.",
    en: "Marked as verified, with neither an address nor a note that says what the source is: nobody else "
      + "can verify it.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="inferred" tier="none" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          ‸<provenance mark="verified" tier="A" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for element in contents.writing.provenances where element.attribute("mark") == "verified" {
      guard element.attribute("source") == nil, element.child("note") == nil else { continue }
      report.add(
        .element(element), vi: "đã kiểm chứng nhưng không nêu nguồn", en: "verified, and no source is named")
    }
  }
}
