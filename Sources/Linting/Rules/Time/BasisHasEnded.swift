import Catalogue
import Source

/// Criteria of which every basis has ended, and mandatory ones of which every basis is going to.
struct BasisHasEnded: CriterionRule {
  let card = RuleCard(
    "K034", "basis-has-ended", .warning, .time,
    vi: "Mọi căn cứ của tiêu chí đã hết hiệu lực vào ngày xét, nên tiêu chí không còn áp dụng cho đề án mới "
      + "nào; hoặc mọi căn cứ bắt buộc của tiêu chí bắt buộc hết hiệu lực vào một ngày đã biết, nên từ ngày đó "
      + "tiêu chí không còn bắt buộc. Hãy nêu căn cứ kế tiếp (khung catalogue rebase) hoặc giới hạn thời gian "
      + "áp dụng của tiêu chí (applies-when/as-of).",
    en: "Every basis of the criterion has ended by the day looked at, so it applies to no new plan; or every "
      + "basis that makes a criterion mandatory ends on a day that is known, and from then on it binds nobody. "
      + "Name the basis that follows (khung catalogue rebase), or bound the criterion in time "
      + "(applies-when/as-of).",
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
    guard let first = decisive.first,
      let basis = entry.element.children("basis").first(where: {
        $0.attribute("instrument") == first.instrument
      })
    else { return }
    let list = decisive.map(\.instrument).joined(separator: ", ")
    if decisive.allSatisfy({ source.state(of: $0.instrument)?.isOver ?? false }) {
      report.add(
        .value(basis, "instrument", scalar: 0),
        vi: "vào ngày \(source.asOf) mọi căn cứ cho hiệu lực của tiêu chí đã hết hiệu lực: \(list)",
        en: "on \(source.asOf) every basis of the criterion's force has ended: \(list)")
    } else if criterion.force == .mandatory, decisive.allSatisfy({ Self.mayEnd($0, source) }),
      let day = Self.end(of: criterion, source)
    {
      report.add(
        .value(basis, "instrument", scalar: 0),
        vi: "từ ngày \(day) không căn cứ bắt buộc nào của \(criterion.id) còn hiệu lực: \(list)",
        en: "from \(day) on no mandatory basis of \(criterion.id) is in force: \(list)")
    }
  }

  private static func mayEnd(_ basis: Basis, _ source: CatalogueSource) -> Bool {
    source.catalogue.life(of: basis.instrument).map { $0.effectiveTo != nil || !$0.replacedBy.isEmpty }
      ?? false
  }

  /// The first day to come on which a mandatory criterion is none any more. Where its own bounds end it, that is meant.
  private static func end(of criterion: Criterion, _ source: CatalogueSource) -> CalendarDate? {
    let bound = criterion.applicability.asOf?.upperBound ?? .last
    return source.catalogue.turns(of: criterion).first { day in
      source.asOf < day && day <= bound
        && source.catalogue.force(of: criterion, on: day.previous) == .mandatory
        && source.catalogue.force(of: criterion, on: day) != .mandatory
    }
  }
}
