/// Entries that others rely on and that are no longer there.
struct VanishedEntry: CatalogueRule {
  let card = RuleCard(
    "K016", "vanished-entry", .error, .identity,
    vi:
      "Một mã ghi trong stability.tsv không còn trong danh mục. Nếu bỏ có chủ ý, hãy chạy khung catalogue record.",
    en:
      "An id that stability.tsv lists is no longer in the catalogue. If it was left out on purpose, run khung "
      + "catalogue record.",
    accepts: RuleExample(
      """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """, stability: "standard\tTCVN-00002-2024\tTCVN 00002:2024\n"),
    rejects: RuleExample(
      """
      <standards>
        <standard id="TCVN-00003-2024" kind="TCVN" number="TCVN 00003:2024" year="2024">
          <title lang="vi">Cột đèn</title>
          <title lang="en">Lamp posts</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """, stability: "standard\tTCVN-00002-2024\tTCVN 00002:2024\n"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    // A file that could not be read has its entries nowhere; that is one error, not hundreds.
    guard let stability = source.stability, let file = source.files.first, source.isWhole else { return }
    let numbers = Set(source.texts.compactMap { $0.entry.element.attribute("number") })
    let others = Set(source.recorded.map { "\($0.kind) \($0.id)" })
    for line in stability.lines
    where source.entry(line.id) == nil && !numbers.contains(line.fact)
      && !others.contains("\(line.kind) \(line.id)")
    {
      report.add(
        .byte(0, file), vi: "\(line.id) có trong stability.tsv nhưng không còn trong danh mục",
        en: "\(line.id) is in stability.tsv and no longer in the catalogue")
    }
  }
}
