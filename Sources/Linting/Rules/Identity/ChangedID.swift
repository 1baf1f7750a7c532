/// Ids that changed, or vanished, while the document is still there.
struct ChangedID: CatalogueRule {
  let card = RuleCard(
    "K015", "changed-id", .error, .identity,
    vi:
      "Theo stability.tsv, số hiệu này có mã khác ở ấn bản trước. Hồ sơ, quyết định miễn và báo cáo đã lưu đều "
      + "dựa vào mã cũ; hãy giữ mã cũ.",
    en:
      "By stability.tsv the number had another id in an earlier edition. Profiles, waivers and saved reports "
      + "rely on it; keep the old id.",
    accepts: RuleExample(
      """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """, stability: "standard\tTCVN-00002-2024\tTCVN 00002:2024\n"),
    rejects: RuleExample(
      """
      <standards>
        <standard ‸id="TCVN-2-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """, stability: "standard\tTCVN-00002-2024\tTCVN 00002:2024\n"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    guard let stability = source.stability else { return }
    let listed = Set(stability.lines.map(\.id))
    for line in stability.lines where line.kind != "criterion" {
      if let entry = source.entry(line.id) {
        checkNumber(of: entry, line.fact, &report)
        continue
      }
      let heir = source.texts.first {
        !line.fact.isEmpty && $0.entry.element.attribute("number") == line.fact
          && !listed.contains($0.entry.id)
      }
      if let entry = heir?.entry {
        report.add(
          .attribute(entry.element, "id"), vi: "“\(line.fact)” trước đây có mã \(line.id)",
          en: "“\(line.fact)” had the id \(line.id) before")
      }
    }
  }

  /// An id stands for its document: under another number it is another document.
  private func checkNumber(of entry: Entry, _ recorded: String, _ report: inout RuleReport) {
    guard let number = entry.element.attribute("number"), !recorded.isEmpty, number != recorded else {
      return
    }
    report.add(
      .value(entry.element, "number", scalar: 0), vi: "\(entry.id) trước đây có số hiệu “\(recorded)”",
      en: "\(entry.id) had the number “\(recorded)” before")
  }
}
