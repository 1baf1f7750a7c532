/// Requirements for a standard that has been replaced.
struct ReplacedStandardRequired: CatalogueRule {
  let card = RuleCard(
    "K035", "replaced-standard-required", .warning, .time,
    vi: "Yêu cầu đòi áp dụng một tiêu chuẩn đã bị thay thế mà không nhắc tới tiêu chuẩn thay thế, nên đề án "
      + "làm đúng vẫn bị coi là thiếu.",
    en: "The requirement asks for a standard that was replaced and does not name its successor, so a plan "
      + "that does right is told that it lacks something.",
    accepts: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      requirement: "<applies-standards standards=\"TCVN-00001-2024\"/>"),
    rejects: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      requirement: "<applies-standards standards=\"‸TCVN-00003-2015\"/>",
      after: """
        <standards>
          <standard id="TCVN-00003-2015" kind="TCVN" number="TCVN 00003:2015" year="2015">
            <title lang="vi">Tiêu chuẩn cũ</title>
            <title lang="en">The earlier standard</title>
            <replaced-by ref="TCVN-00003-2024" on="2024-06-01"/>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/2" read="2026-11-23"/>
          </standard>
          <standard id="TCVN-00003-2024" kind="TCVN" number="TCVN 00003:2024" year="2024">
            <title lang="vi">Tiêu chuẩn mới</title>
            <title lang="en">The later standard</title>
            <replaces ref="TCVN-00003-2015" on="2024-06-01"/>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/2" read="2026-11-23"/>
          </standard>
        </standards>
        """))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for reference in source.references where reference.element.name == "applies-standards" {
      guard let life = source.catalogue.life(of: reference.target),
        let state = source.state(of: reference.target), state.isOver
      else { continue }
      let listed = Set(
        (reference.element.attribute("standards") ?? "").split(separator: " ").map(String.init))
      let heirs = life.replacedBy.map(\.id)
      guard listed.isDisjoint(with: heirs) else { continue }
      let next = heirs.isEmpty ? "–" : heirs.joined(separator: ", ")
      report.add(
        .token(reference.element, "standards", reference.target),
        vi: "\(reference.target) không còn hiệu lực vào ngày \(source.asOf); thay bởi \(next)",
        en: "\(reference.target) is no longer in force on \(source.asOf); its successor is \(next)")
    }
  }
}
