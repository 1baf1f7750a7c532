import XML

/// Wordings that accept none of their own examples.
struct WordingMatchesNothing: CatalogueRule {
  let card = RuleCard(
    "K093", "wording-matches-nothing", .error, .requirements,
    vi:
      "Cách viết không nhận ví dụ nào của chính nó: một phần không có trong câu nào, thứ tự sai, hoặc unless "
      + "loại hết.",
    en:
      "The wording accepts none of its own examples: a part stands in no sentence, the order is wrong, or an "
      + "unless strikes them all.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(
      RuleExample.wording(
        mark: "‸", say: "<say>không tin tưởng</say>", rejects: "Chặn nguồn không tin tưởng.")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (number, (element, shown)) in zip(source.wordings, source.wordingTrials.shown).enumerated() {
      guard !shown.isEmpty, !shown.contains(where: { $0.contains(number) }) else { continue }
      report.add(
        .element(element), vi: "cách viết không nhận ví dụ nào của nó",
        en: "the wording accepts none of its examples")
    }
  }
}
