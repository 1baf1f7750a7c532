import Catalogue
import Source

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
    accepts: .criterion(conditions: "<as-of from=\"2026-01-01\"/>"),
    rejects: .criterion(conditions: "‸<as-of to=\"2025-06-30\"/>"))

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
