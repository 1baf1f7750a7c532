import Source

/// References to entries that are not there.
struct DanglingReference: CatalogueRule {
  let card = RuleCard(
    "K020", "dangling-reference", .error, .references,
    vi: "Liên kết tới một mã không có trong danh mục. Căn cứ hoặc yêu cầu dựa vào đó không bao giờ khớp.",
    en: "A reference to an id that the catalogue does not have. The basis or requirement that rests on it "
      + "never matches.",
    accepts: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <amends ref="L-01-2025-QH15"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """,
    rejects: """
      <instruments>
        <instrument id="ND-02-2025" kind="decree" number="02/2025/NĐ-CP" year="2025" issued="2025-02-01" binding="binding">
          <title lang="vi">Nghị định ví dụ</title>
          <title lang="en">Decree of the examples</title>
          <amends ref="‸L-09-2025-QH15"/>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)

  /// Past this many, "did you mean" is left out: it takes longer than all other rules together.
  private static let mostSuggestions = 1_000

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var suggestions = 0
    var candidates: [Reference.Expected: [String]] = [:]
    for reference in source.references where !reference.isCrosswalk {
      guard !reference.leadsSomewhere(in: source), !source.mayBeUnread(reference.target) else { continue }
      var near: String?
      if suggestions < Self.mostSuggestions {
        suggestions += 1
        let names = candidates[reference.expected] ?? reference.candidates(in: source)
        candidates[reference.expected] = names
        near = Suggestion.nearest(to: reference.target, among: names)
      }
      report.add(
        .token(reference.element, reference.attribute, reference.target),
        vi: "không có \(reference.target)\(near.map { "; có phải là \($0)?" } ?? "")",
        en: "there is no \(reference.target)\(near.map { "; did you mean \($0)?" } ?? "")")
    }
  }
}
