/// Ids that stand for two things.
struct DuplicateID: CatalogueRule {
  let card = RuleCard(
    "K010", "duplicate-id", .error, .identity,
    vi:
      "Hai mục mang cùng một mã. Mọi liên kết tới mã đó trở nên không xác định; hãy đặt mã khác cho mục sau.",
    en:
      "Two entries carry one id. Every reference to it is undecided; give the later entry an id of its own.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard ‸id="TCVN-00001-2024" kind="TCVN" number="TCVN 00001:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var seen: [String: Entry] = [:]
    for entry in source.entries where ![.group, .edition, .example].contains(entry.kind) {
      if let first = seen[entry.id] {
        report.add(
          .attribute(entry.element, "id"), vi: "mã \(entry.id) đã dùng ở \(first.file.name)",
          en: "the id \(entry.id) is used in \(first.file.name) already")
      } else {
        seen[entry.id] = entry
      }
    }
    var groups: [String: Entry] = [:]
    for entry in source.entries where entry.kind == .group {
      guard let first = groups.updateValue(entry, forKey: entry.id) else { continue }
      report.add(
        .attribute(entry.element, "id"), vi: "nhóm \(entry.id) đã có ở \(first.file.name)",
        en: "the group \(entry.id) is in \(first.file.name) already")
    }
    var inner: Set<String> = []
    let parts =
      source.instruments.map { ($0.entry, "provision", $0.model.provisions.map(\.id)) }
      + source.frameworks.map { ($0.entry, "layer", $0.model.layers.map(\.id)) }
    for (entry, name, ids) in parts {
      for (index, id) in ids.enumerated() where !inner.insert(id).inserted {
        let part = entry.element.children(name)[index]
        guard part.hasAttribute("id") else { continue }
        report.add(
          .attribute(part, "id"), vi: "mã \(id) đã dùng cho một điều khoản hoặc lớp khác",
          en: "the id \(id) is used for another provision or layer already")
      }
    }
  }
}
