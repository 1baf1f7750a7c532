import XML

/// Words that no Vietnamese syllable looks like.
struct ImpossibleSyllable: FileRule {
  let card = RuleCard(
    "K078", "impossible-syllable", .warning, .language,
    vi:
      "Một chữ có dấu tiếng Việt mà không thể là một âm tiết (“giám sáxt”): gõ nhầm. Trong cách viết thì cụm từ đó "
      + "không bao giờ khớp với văn bản nào.",
    en:
      "A word with Vietnamese letters that can be no syllable (“giám sáxt”): it was mistyped. In a wording the phrase "
      + "never fits any document.",
    accepts: .standard(vietnamese: "Hệ thống giám sát", english: "Monitoring"),
    rejects: .impossible)

  private static let ofWordings: Set<String> = ["say", "unless", "accepts", "rejects", "cue", "no-cue"]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for group in contents.writing.labels {
      for element in group.elements where element.attribute("lang") == "vi" { check(element, &report) }
    }
    for entry in contents.entries where entry.kind == .instrument || entry.kind == .standard {
      for child in entry.element.children("alias") { check(child, &report) }
    }
    guard let root = contents.file.root else { return }
    for part in root.children where part.isNamed("wordings") || part.isNamed("denials") {
      walk(part, &report)
    }
  }

  private func walk(_ element: Element, _ report: inout RuleReport) {
    for child in element.children {
      if Self.ofWordings.contains(child.name) { check(child, &report) } else { walk(child, &report) }
    }
  }

  private func check(_ element: Element, _ report: inout RuleReport) {
    guard let word = ImpossibleSyllables(element.text).first(where: { _ in true }) else { return }
    report.add(
      .element(element), vi: "“\(word)” không thể là một âm tiết",
      en: "“\(word)” can be no Vietnamese syllable")
  }
}

extension RuleExample {
  /// A title with a slip of the hand.
  fileprivate static let impossible = RuleExample(
    """
    <standards>
      <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
        ‸<title lang="vi">Hệ thống giám sáxt</title>
        <title lang="en">Monitoring</title>
        <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
      </standard>
    </standards>
    """)
}
