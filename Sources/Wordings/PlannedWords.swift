/// Whether a text speaks of what is still to come, and of nothing that is there: "sẽ xây dựng", "dự kiến đầu tư",
/// "đang thi công".
package struct PlannedWords: Sendable {
  package let isPlanned: Bool

  package init(_ text: String) {
    let folded = FoldedWords(text)
    func says(_ phrases: [FoldedWords]) -> Bool {
      folded.words.indices.contains { place in phrases.contains { $0.stands(at: place, in: folded) } }
    }
    isPlanned = says(Self.planned) && !says(Self.existing)
  }

  private static let planned = [
    "sẽ", "dự kiến", "phấn đấu", "đang xây dựng", "đang đầu tư", "đang thi công", "đang lập", "đang chuẩn bị",
    "chuẩn bị đầu tư", "chưa", "kế hoạch xây dựng", "kế hoạch đầu tư", "lập dự án", "xây mới", "đầu tư mới",
  ].map(FoldedWords.init)

  private static let existing = [
    "đã", "hiện có", "hiện đang vận hành", "đang vận hành", "đang hoạt động", "đang sử dụng", "hiện nay",
  ].map(FoldedWords.init)
}
