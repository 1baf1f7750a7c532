import Source
import XML

/// Days that no calendar has.
struct NoSuchDate: FileRule {
  let card = RuleCard(
    "K036", "no-such-date", .error, .time,
    vi: "Ngày không tồn tại, ví dụ 2025-02-30. Ngày viết dạng YYYY-MM-DD, không kèm giờ hay múi giờ.",
    en: "There is no such day, as 2025-02-30. A day is written YYYY-MM-DD, without a time or a time zone.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="2025-02-28" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" effective-from="‸2025-02-30" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  private static let attributes: [StaticString] = [
    "date", "issued", "effective-from", "effective-to", "on", "approved-before", "read", "deadline", "by",
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for entry in contents.entries where entry.kind != .example { walk(entry.element, &report) }
  }

  private func walk(_ element: Element, _ report: inout RuleReport) {
    let days =
      element.isNamed("as-of") ? element.attributes : element.attributes(named: Self.attributes)
    for (name, value) in days {
      if value.utf8.count != 10 || CalendarDate(value) == nil, !Self.isDay(value.collapsingWhitespace()) {
        report.add(
          .value(element, name, scalar: 0), vi: "không có ngày “\(value)”",
          en: "there is no day “\(value)”")
      }
    }
    for child in element.children where !child.isNamed("snippet") { walk(child, &report) }
  }

  private static func isDay(_ text: String) -> Bool { text.utf8.count == 10 && CalendarDate(text) != nil }
}
