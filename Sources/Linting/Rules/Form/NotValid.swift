/// Files that are not what `catalogue.xsd` allows. `Linter` runs the schema last, so that a rule which
/// knows better speaks instead.
struct NotValid: Rule {
  let card = RuleCard(
    "K002", "not-valid", .error, .form,
    vi: "Tệp không đúng lược đồ catalogue.xsd. Danh mục có lỗi này không nạp được.",
    en: "The file is not what catalogue.xsd allows. A catalogue with this error cannot be loaded.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <field>lighting</field>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          ‸<feild>lighting</feild>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
}
