import Catalogue
import Source
import XML

/// Advice and statements that print another day, year or share than the requirement asks for.
struct WordsDenyRequirement: CriterionRule {
  let card = RuleCard(
    "K162", "words-deny-requirement", .error, .requirements,
    vi:
      "Câu yêu cầu hoặc lời khuyên in ngày, năm hay tỷ lệ khác với điều máy kiểm tra (by, share, from, to): "
      + "người làm theo lời khuyên sẽ không đạt.",
    en:
      "The statement or the advice prints another day, year or share than the machine checks (by, share, from, "
      + "to): who follows the advice does not pass.",
    accepts: .deadline("31/12/2026"),
    rejects: .deadline("31/12/2027", mark: "‸"))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    let facets = entry.element.child("requirement")?.facets ?? []
    let dates = entry.element.child("applies-when")?.child("as-of")
    let ends = Set(facets.compactMap { $0.attribute("by").flatMap { CalendarDate($0) } })
    let days = ends.union(
      ["from", "to"].compactMap { dates?.attribute($0).flatMap { CalendarDate($0) } })
    let shares = Set(facets.compactMap { $0.attribute("share") })
    let years = Set(
      facets.filter { $0.isNamed("plans-years") }.flatMap { facet in
        ["from", "to"].compactMap { facet.attribute($0).flatMap { Int($0) } }
      })
    // Where two languages say the same wrong thing, one finding is enough.
    for text in Self.words(of: entry) {
      let printed = PrintedFacts(text.text)
      let asked: String? =
        if !printed.days.isEmpty, let day = days.subtracting(printed.days).min() {
          "\(day)"
        } else if printed.days.isEmpty, !printed.years.isEmpty,
          let day = ends.first(where: { !printed.years.contains($0.year) })
        {
          "\(day.year)"
        } else if !printed.shares.isEmpty, let share = shares.subtracting(printed.shares).min() {
          "\(share) %"
        } else if !printed.years.isEmpty, let year = years.subtracting(printed.years).min() {
          "\(year)"
        } else {
          nil
        }
      guard let asked else { continue }
      return add(text, asked, &report)
    }
    if let deadline = criterion.phase.deadline, let last = ends.max(), last != deadline,
      let phase = entry.element.child("phase")
    {
      add(phase, "\(last)", &report)
    }
  }

  private static func words(of entry: Entry) -> [Element] {
    entry.element.children("plan-statement") + (entry.element.child("remedy")?.children("advice") ?? [])
  }

  private func add(_ element: Element, _ asked: String, _ report: inout RuleReport) {
    report.add(
      .element(element), vi: "yêu cầu nói \(asked), chỗ này nói khác",
      en: "the requirement says \(asked), and this says otherwise")
  }
}
