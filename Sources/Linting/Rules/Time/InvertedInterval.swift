import XML

/// Intervals that end before they start.
struct InvertedInterval: FileRule {
  let card = RuleCard(
    "K030", "inverted-interval", .error, .time,
    vi: "Khoảng thời gian kết thúc trước khi bắt đầu: không ngày nào, năm nào nằm trong đó.",
    en: "The interval ends before it starts: no day or year lies in it.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-03-01" effective-to="2026-03-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-03-01" effective-to="‸2025-02-28" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  private static let pairs = [
    ("effective-from", "effective-to"), ("period-from", "period-to"), ("from", "to"),
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for entry in contents.entries where entry.kind != .example {
      check(entry.element, &report)
      guard entry.kind == .criterion else { continue }
      entry.element.child("phase").map { check($0, &report) }
      for name in ["applies-when", "requirement"] {
        check(requirement: entry.element.child(name).map { Array($0.children) } ?? [], &report)
      }
    }
  }

  private func check(requirement facets: [Element], _ report: inout RuleReport) {
    for facet in facets {
      check(facet, &report)
      check(requirement: Array(facet.children), &report)
    }
  }

  private func check(_ element: Element, _ report: inout RuleReport) {
    for (start, end) in Self.pairs where element.name != "crosswalk" {
      // Years and ISO days compare as text.
      guard let from = element.attribute(start), let to = element.attribute(end), to < from,
        from.count == to.count
      else { continue }
      report.add(
        .value(element, end, scalar: 0), vi: "\(end) (\(to)) trước \(start) (\(from))",
        en: "\(end) (\(to)) is before \(start) (\(from))")
    }
  }
}
