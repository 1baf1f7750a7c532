/// Entries that say something else than when they were recorded.
struct ChangedEntry: CatalogueRule {
  let card = RuleCard(
    "K018", "changed-entry", .error, .identity,
    vi:
      "Mục này nói khác với lúc ghi vào stability.tsv: một ngày, một con số, một chữ. Nếu sửa có chủ ý, hãy xem "
      + "lại rồi chạy khung catalogue record; nếu không, hãy sửa lại.",
    en:
      "The entry says something else than stability.tsv recorded: a day, a number, a word. If it was meant, "
      + "look at it again and run khung catalogue record; if not, mend it.",
    accepts: RuleExample(Self.standard("Đèn đường"), stability: Self.list),
    rejects: RuleExample("<standards>\n  ‸" + Self.standard("Đèn nhà").dropFirst(14), stability: Self.list))

  private static let list = "standard\tTCVN-00002-2024\tTCVN 00002:2024\t94889cfb85239dea\n"

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
    let digests = Dictionary(
      stability.lines.compactMap { line in line.digest.map { ("\(line.kind) \(line.id)", (line.fact, $0)) } }
    ) { first, _ in first }
    let meanings = Dictionary(source.criteria.map { ($0.model.id, $0.model.meaningDigest) }) { first, _ in
      first
    }
    for (kind, id, element) in source.recorded {
      guard let (fact, digest) = digests["\(kind) \(id)"], digest != EntryDigest.of(element) else { continue }
      // A changed meaning or number is told by a rule of its own.
      if kind == "criterion", meanings[id] != fact { continue }
      if let number = element.attribute("number"), !fact.isEmpty, number != fact { continue }
      report.add(
        .element(element), vi: "\(id) nói khác với bản đã ghi trong stability.tsv",
        en: "\(id) says something else than stability.tsv recorded")
    }
  }
}
