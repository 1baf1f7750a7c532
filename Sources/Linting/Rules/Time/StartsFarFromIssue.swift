import Catalogue
import Source

/// Texts that start years away from the year in which they were issued.
struct StartsFarFromIssue: FileRule {
  let card = RuleCard(
    "K134", "starts-far-from-issue", .warning, .time,
    vi:
      "Văn bản có hiệu lực trước năm ban hành, hoặc từ năm thứ hai sau năm ban hành trở đi: năm của một trong hai "
      + "ngày có lẽ bị gõ nhầm. Nếu đúng như vậy, hãy ghi lý do bằng lệnh bỏ qua.",
    en:
      "The text starts before the year in which it was issued, or in the second year after it or later: the year of "
      + "one of the two was probably mistyped. If it is right, say why in a suppression.",
    accepts: .starting("2025-07-01"),
    rejects: .starting("‸2035-07-01"))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, life) in contents.texts {
      guard let start = life.effectiveFrom, let year = life.issued?.year ?? life.year else { continue }
      // Where both days are known, a start before the issue is told by a rule of its own.
      let isEarly = life.issued == nil && start.year < year
      guard isEarly || start.year > year + 1 else { continue }
      report.add(
        .value(entry.element, "effective-from", scalar: 0),
        vi: "có hiệu lực từ \(start), trong khi văn bản là của năm \(year)",
        en: "in force from \(start), and the text is of \(year)")
    }
  }
}

extension RuleExample {
  /// A standard of 2024 that starts on this day.
  fileprivate static func starting(_ day: String) -> RuleExample {
    RuleExample(
      """
      <standards>
        <standard id="QCVN-02-2024-BXD" kind="QCVN" number="QCVN 02:2024/BXD" year="2024" issuer="BXD" effective-from="\(day)">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
  }
}
