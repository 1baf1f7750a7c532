/// Entries that say something else than when they were recorded.
struct ChangedEntry: CatalogueRule {
  let card = RuleCard(
    "K113", "changed-entry", .error, .identity,
    vi:
      "Mục này nói khác với lúc ghi vào stability.tsv: một ngày, một con số, một chữ, một căn cứ thêm vào. Nếu sửa "
      + "có chủ ý, hãy xem lại rồi ghi nhận bằng khung catalogue record; nếu không, hãy sửa lại. Nghĩa đã đổi và căn "
      + "cứ đã mất do quy tắc riêng báo; thêm căn cứ không đổi nghĩa, nên chỉ quy tắc này báo.",
    en:
      "The entry says something else than stability.tsv recorded: a day, a number, a word, a further basis. If it "
      + "was meant, look at it again and accept it with khung catalogue record; if not, mend it. A changed meaning "
      + "and a lost basis are told by rules of their own; a further basis is no other meaning, and only this rule "
      + "asks to record it.",
    accepts: RuleExample(Self.standard("Đèn đường"), stability: Self.list),
    rejects: RuleExample("<standards>\n  ‸" + Self.standard("Đèn nhà").dropFirst(14), stability: Self.list))

  private static let list = "standard\tTCVN-00002-2024\tTCVN 00002:2024\t\t\t94889cfb85239dea\n"

  private static func standard(_ title: String) -> String {
    """
    <standards>
      <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
        <title lang="vi">\(title)</title>
        <title lang="en">Street lamps</title>
        <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
      </standard>
    </standards>
    """
  }

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    guard let stability = source.stability else { return }
    let lines = Dictionary(
      stability.lines.filter { !$0.digest.isEmpty }.map { ("\($0.kind) \($0.id)", $0) }
    ) { first, _ in first }
    let criteria = Dictionary(source.criteria.map { ($0.model.id, $0.model) }) { first, _ in first }
    for (kind, id, element) in source.recorded {
      guard let line = lines["\(kind) \(id)"], line.digest != EntryDigest.of(element) else { continue }
      // A changed meaning, a lost basis and a changed number are told by rules of their own.
      if kind == "criterion", let criterion = criteria[id] {
        let there = Set(criterion.basisNotations)
        let lost = line.bases.split(separator: " ").contains { !there.contains(String($0)) }
        if criterion.meaningDigest != line.fact || lost { continue }
      }
      if let number = element.attribute("number"), !line.fact.isEmpty, number != line.fact { continue }
      report.add(
        .element(element), vi: "\(id) nói khác với bản đã ghi trong stability.tsv",
        en: "\(id) says something else than stability.tsv recorded")
    }
  }
}
