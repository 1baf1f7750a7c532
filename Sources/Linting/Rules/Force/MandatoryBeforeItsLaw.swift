import Catalogue
import Source

/// Mandatory criteria whose law is not in force yet.
struct MandatoryBeforeItsLaw: CriterionRule {
  let card = RuleCard(
    "K045", "mandatory-before-its-law", .error, .force,
    vi:
      "Mọi căn cứ bắt buộc của tiêu chí chưa có hiệu lực vào ngày xét, nên tiêu chí không áp dụng cho đề án nào "
      + "hôm nay, dù ví dụ vẫn đạt. Nếu đúng là luật sắp tới, hãy nêu điều kiện as-of.",
    en:
      "No mandatory basis is in force on the day looked at, so the criterion applies to no plan of today, and "
      + "its examples pass all the same. For law that is to come, state the condition as-of.",
    accepts: .criterion(),
    rejects: .criterion(
      basis: "<basis instrument=\"‸ND-06-2026\" provision=\"ND-06-2026.D1\" force=\"mandatory\"/>",
      after: """
        <instruments>
          <instrument id="ND-06-2026" kind="decree" number="06/2026/NĐ-CP" year="2026" issued="2026-05-02" effective-from="2027-05-02" binding="binding">
            <title lang="vi">Nghị định sắp có hiệu lực</title>
            <title lang="en">Decree to come</title>
            <provision id="ND-06-2026.D1" article="1">
              <subject lang="vi">Phạm vi</subject>
              <subject lang="en">Scope</subject>
              <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
            </provision>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
          </instrument>
        </instruments>
        """))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    if let days = criterion.applicability.asOf, days.lowerBound > source.asOf { return }
    let binding = criterion.bases.enumerated().filter { $0.element.force == .mandatory }
    let waiting = binding.compactMap { index, basis -> (Int, CalendarDate)? in
      if case .notYetInForce(let day)? = source.state(of: basis.instrument) { return (index, day) }
      return nil
    }
    guard waiting.count == binding.count else { return }
    for (index, day) in waiting {
      report.add(
        .value(entry.basis(index), "instrument", scalar: 0), vi: "chỉ có hiệu lực từ \(day)",
        en: "in force from \(day) only")
    }
  }
}
