import Catalogue

/// Criteria of which every basis has ended.
struct BasisHasEnded: CriterionRule {
  let card = RuleCard(
    "K034", "basis-has-ended", .warning, .time,
    vi: "Mọi căn cứ của tiêu chí đã hết hiệu lực vào ngày xét, nên tiêu chí không còn áp dụng cho đề án mới "
      + "nào. Hãy nêu căn cứ kế tiếp hoặc giới hạn thời gian áp dụng của tiêu chí (applies-when/as-of).",
    en: "Every basis of the criterion has ended by the day looked at, so it applies to no new plan. Name "
      + "the basis that follows, or bound the criterion in time (applies-when/as-of).",
    accepts: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      after: """
        <instruments>
          <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" effective-from="2025-03-01" effective-to="2026-01-31" binding="binding">
            <title lang="vi">Nghị định sau</title>
            <title lang="en">The later decree</title>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
          </instrument>
        </instruments>
        """),
    rejects: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"‸ND-03-2025\" force=\"recommended\"/>",
      after: """
        <instruments>
          <instrument id="ND-03-2025" kind="decree" number="03/2025/NĐ-CP" year="2025" issued="2025-03-01" effective-from="2025-03-01" effective-to="2026-01-31" binding="binding">
            <title lang="vi">Nghị định sau</title>
            <title lang="en">The later decree</title>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/5" read="2026-11-23"/>
          </instrument>
        </instruments>
        """))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard !criterion.bases.isEmpty else { return }
    // A criterion that says itself until when it binds needs no reminder.
    if let dates = criterion.applicability.asOf, dates.upperBound < source.asOf { return }
    // Those that give the criterion its force: without them it asks less than it says.
    let decisive = criterion.bases.filter { $0.force == criterion.force }
    guard !decisive.isEmpty, decisive.allSatisfy({ source.state(of: $0.instrument)?.isOver ?? false }),
      let basis = entry.element.children("basis").first(where: {
        $0.attribute("instrument") == decisive[0].instrument
      })
    else { return }
    let list = decisive.map(\.instrument).joined(separator: ", ")
    report.add(
      .value(basis, "instrument", scalar: 0),
      vi: "vào ngày \(source.asOf) mọi căn cứ cho hiệu lực của tiêu chí đã hết hiệu lực: \(list)",
      en: "on \(source.asOf) every basis of the criterion's force has ended: \(list)")
  }
}
