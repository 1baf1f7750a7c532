/// One name for two documents.
struct RepeatedName: CatalogueRule {
  let card = RuleCard(
    "K019", "repeated-name", .error, .identity,
    vi: "Hai văn bản có chung một tên gọi tắt (alias): mọi viện dẫn bằng tên đó trở nên mơ hồ.",
    en: "Two texts answer to one alias: every citation by that name is ambiguous.",
    accepts: .decrees(alias: "<alias>NĐ 02</alias>", otherAlias: "<alias>NĐ 03</alias>"),
    rejects: .decrees(alias: "<alias>NĐ 02</alias>", otherAlias: "‸<alias>NĐ 02</alias>"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var owners: [String: String] = [:]
    for (entry, _) in source.texts {
      for alias in entry.element.children("alias") {
        let name = PrintedName(alias.text).key
        guard let owner = owners[name] else {
          owners[name] = entry.id
          continue
        }
        report.add(
          .element(alias), vi: "tên “\(alias.text)” đã là của \(owner)",
          en: "the name “\(alias.text)” is that of \(owner) already")
      }
    }
  }
}

/// A name or title without what printing changes: the case of letters and the width of spaces.
struct PrintedName {
  let key: String

  init(_ text: String) {
    key = text.lowercased().utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }.joined(separator: " ")
  }
}
