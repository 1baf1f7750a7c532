/// References that lead to an entry of another kind.
struct ReferenceToAnotherKind: CatalogueRule {
  let card = RuleCard(
    "K021", "reference-to-another-kind", .error, .references,
    vi: "Liên kết tới một mục có thật nhưng khác loại, ví dụ căn cứ là tiêu chuẩn thay vì văn bản.",
    en: "A reference to an entry that is there and of another kind, such as a basis that is a standard, not "
      + "an instrument.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <cited-by instrument="L-01-2025-QH15" compulsory="false">
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
          </cited-by>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <cited-by instrument="‸TCVN-00001-2024" compulsory="false">
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
          </cited-by>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for reference in source.references where !reference.isCrosswalk {
      guard !reference.isRight(in: source), let found = reference.kindFound(in: source) else { continue }
      let expected = reference.expected.rawValue
      report.add(
        .token(reference.element, reference.attribute, reference.target),
        vi: "\(reference.target) là \(found), ở đây cần \(expected)",
        en: "\(reference.target) is of kind \(found); \(expected) is needed here")
    }
  }
}
