import XML

/// Transitions that keep a text for plans of another day than that on which its successor starts.
struct TransitionBeyondSuccessor: CatalogueRule {
  let card = RuleCard(
    "K133", "transition-beyond-successor", .warning, .time,
    vi:
      "Chuyển tiếp giữ văn bản cũ cho đề án phê duyệt trước ngày văn bản thay thế có hiệu lực; ở đây ngày đó "
      + "khác. Nếu văn bản đúng là nói vậy, hãy bỏ qua cảnh báo này và nêu lý do.",
    en:
      "A transition keeps the old text for plans approved before its successor comes into force; here the day "
      + "is another one. If the text really says so, silence this with a reason.",
    accepts: .transition(before: "2027-07-01"),
    rejects: .transition(before: "‸2028-07-01"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (entry, life) in source.texts {
      for (element, transition) in zip(entry.element.children("transition"), life.transitions) {
        guard let start = source.catalogue.life(of: transition.successor)?.effectiveFrom,
          start != transition.approvedBefore
        else { continue }
        report.add(
          .value(element, "approved-before", scalar: 0),
          vi: "\(transition.successor) có hiệu lực từ \(start), không phải \(transition.approvedBefore)",
          en: "\(transition.successor) starts on \(start), not on \(transition.approvedBefore)")
      }
    }
  }
}
