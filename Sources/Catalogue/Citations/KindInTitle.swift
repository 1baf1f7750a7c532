/// The kind of document that the title of a plan begins with.
package enum KindInTitle {
  /// The words, by the kinds of `master-plan.xsd`.
  package static let words: [(kind: String, words: String)] = [
    ("scheme", "đề án"), ("action-plan", "kế hoạch"), ("architecture", "kiến trúc"),
    ("architecture", "khung kiến trúc"), ("strategy", "chiến lược"),
  ]

  /// Nil for a title that begins with none.
  package static func kind(of title: String) -> String? {
    let words = FoldedText(title).words.map(\.text)
    let rest = words.starts(with: draft) ? words.dropFirst(draft.count) : words[...]
    return folded.first { rest.starts(with: $0.words) }?.kind
  }

  private static let folded = words.map { (kind: $0.kind, words: FoldedText($0.words).words.map(\.text)) }
  private static let draft = FoldedText("dự thảo").words.map(\.text)
}
