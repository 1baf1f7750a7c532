import Catalogue
import XML

/// Titles, statements, advice and subjects that stand twice.
struct RepeatedWords: CatalogueRule {
  let card = RuleCard(
    "K111", "repeated-words", .warning, .identity,
    vi:
      "Hai mục cùng loại có cùng tên, cùng yêu cầu, cùng lời khuyên hoặc cùng nội dung điều khoản: có lẽ một "
      + "bên chép nhầm. Bản trước và bản sau của một văn bản được phép trùng tên.",
    en:
      "Two entries of one kind have the same title, statement, advice or subject: one was probably pasted. An "
      + "earlier and a later edition of one text may share their title.",
    accepts: .decrees(),
    rejects: .decrees(title: "‸<title lang=\"vi\">Nghị định trước</title>"))

  private static let kinds: Set<Entry.Kind> = [
    .instrument, .standard, .framework, .indicator, .target, .criterion,
  ]

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var seen: [String: [Entry]] = [:]
    for entry in source.entries where Self.kinds.contains(entry.kind) {
      for words in Self.words(of: entry) {
        // The names of texts in English are often ours; what was pasted is seen in Vietnamese too.
        let key = "\(entry.kind.rawValue) \(words.name) \(PrintedName(words.text).key)"
        if let first = seen[key]?.first(where: { !Self.belongTogether($0, entry, source) }) {
          report.add(
            .element(words), vi: "giống hệt \(words.name) của \(first.id)",
            en: "the same as the \(words.name) of \(first.id)")
        }
        seen[key, default: []].append(entry)
      }
      subjects(of: entry, &report)
    }
    layers(in: source, &report)
  }

  private func layers(in source: CatalogueSource, _ report: inout RuleReport) {
    var seen: [String: String] = [:]
    for (entry, _) in source.frameworks {
      for layer in entry.element.children("layer") {
        for name in layer.children("name") {
          let key = PrintedName(name.text).key
          if let first = seen[key] {
            report.add(
              .element(name), vi: "giống hệt tên của lớp \(first)",
              en: "the same as the name of layer \(first)")
          } else {
            seen[key] = layer.attribute("id") ?? ""
          }
        }
      }
    }
  }

  private static func words(of entry: Entry) -> [Element] {
    entry.element.children.flatMap { child -> [Element] in
      if child.isNamed("remedy") { return child.children("advice") }
      return child.isNamed("title") || child.isNamed("name") || child.isNamed("plan-statement") ? [child] : []
    }
  }

  private func subjects(of entry: Entry, _ report: inout RuleReport) {
    guard entry.kind == .instrument else { return }
    var seen: [String: String] = [:]
    for provision in entry.element.children("provision") {
      for subject in provision.children("subject") {
        let key = PrintedName(subject.text).key
        if let first = seen[key] {
          report.add(
            .element(subject), vi: "giống hệt nội dung của \(first)",
            en: "the same as the subject of \(first)")
        } else {
          seen[key] = provision.attribute("id") ?? ""
        }
      }
    }
  }

  /// Editions of one text, texts that one later text replaced, and one target in several periods.
  private static func belongTogether(_ first: Entry, _ second: Entry, _ source: CatalogueSource) -> Bool {
    if first.id == second.id { return true }
    if first.kind == .target {
      // One target in several periods has all its titles in each.
      let titles = [first, second].map { Set($0.element.children("title").map { PrintedName($0.text).key }) }
      return titles[0] == titles[1] && first.element.attribute("from") != second.element.attribute("from")
    }
    let heirs = [first, second].map {
      Set($0.element.children("replaced-by").compactMap { $0.attribute("ref") })
    }
    if heirs[0].contains(second.id) || heirs[1].contains(first.id) || !heirs[0].isDisjoint(with: heirs[1]) {
      return true
    }
    guard first.kind == .standard else { return false }
    let numbers = [first, second].map {
      Array(($0.element.attribute("number") ?? "").utf8.prefix { $0 != 0x3A })
    }
    return numbers[0] == numbers[1]
  }
}
