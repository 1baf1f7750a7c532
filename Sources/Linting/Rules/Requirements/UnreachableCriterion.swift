import Catalogue
import MasterPlan
import XML

/// Criteria that apply to no plan that there can be.
struct UnreachableCriterion: CriterionRule {
  let card = RuleCard(
    "K065", "unreachable-criterion", .error, .requirements,
    vi:
      "Điều kiện áp dụng không thể thỏa mãn: khoảng ngày xét nằm ngoài hiệu lực của mọi căn cứ. Tiêu chí như "
      + "vậy luôn “không áp dụng”, tức là xanh vì không chạy.",
    en:
      "The conditions cannot hold: the days lie outside the life of every basis. Such a criterion is always "
      + "“not applicable”: green because it never ran.",
    accepts: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <applies-when>
            <as-of from="2026-01-01"/>
          </applies-when>
          <requirement>
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """,
    rejects: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <applies-when>
            ‸<as-of to="2025-06-30"/>
          </applies-when>
          <requirement>
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard let conditions = entry.element.child("applies-when") else { return }
    if let dates = criterion.applicability.asOf, !criterion.bases.isEmpty,
      let element = conditions.child("as-of"),
      criterion.bases.allSatisfy({ isOutside(dates, $0, source) })
    {
      report.add(
        .element(element), vi: "không căn cứ nào có hiệu lực vào những ngày này",
        en: "no basis is in force on any of these days")
    }
  }

  /// Whether a basis is in force on none of these days, by what is known of it.
  private func isOutside(
    _ dates: ClosedRange<CalendarDate>, _ basis: Basis, _ source: CatalogueSource
  ) -> Bool {
    guard let life = source.catalogue.life(of: basis.instrument) else { return false }
    if let start = life.effectiveFrom ?? life.issued, dates.upperBound < start { return true }
    let heirs = life.replacedBy.compactMap { $0.on ?? source.catalogue.life(of: $0.id)?.start?.date }
    if let next = heirs.min(), next <= dates.lowerBound { return true }
    return life.effectiveTo.map { $0 < dates.lowerBound } ?? false
  }
}
