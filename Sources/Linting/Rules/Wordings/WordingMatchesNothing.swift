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
    accepts: """
      <wordings>
        <wording list="topic" token="zero-trust">
          <way>
            <say>không tin cậy|zero trust</say>
          </way>
          <accepts>Theo mô hình không tin cậy.</accepts>
          <accepts>Áp dụng Zero Trust.</accepts>
          <accepts>Hệ thống theo nguyên tắc không tin cậy.</accepts>
          <rejects>Chặn nguồn không tin cậy nếu có kinh phí.</rejects>
          <rejects>Môi trường mạng an toàn, tin cậy.</rejects>
          <rejects>Đề án nêu an toàn.</rejects>
          <seen mark="from-memory">ví dụ</seen>
        </wording>
      </wordings>
      """,
    rejects: """
      <wordings>
        ‸<wording list="topic" token="zero-trust">
          <way>
            <say>không tin tưởng</say>
          </way>
          <accepts>Theo mô hình không tin cậy.</accepts>
          <accepts>Áp dụng Zero Trust.</accepts>
          <accepts>Hệ thống theo nguyên tắc không tin cậy.</accepts>
          <rejects>Chặn nguồn không tin tưởng.</rejects>
          <rejects>Môi trường mạng an toàn, tin cậy.</rejects>
          <rejects>Đề án nêu an toàn.</rejects>
          <seen mark="from-memory">ví dụ</seen>
        </wording>
      </wordings>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (number, (element, shown)) in zip(source.wordings, source.wordingTrials.shown).enumerated() {
      guard !shown.isEmpty, !shown.contains(where: { $0.contains(number) }) else { continue }
      report.add(
        .element(element), vi: "cách viết không nhận ví dụ nào của nó",
        en: "the wording accepts none of its examples")
    }
  }
}
