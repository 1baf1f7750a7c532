import Wordings
import XML

/// Wordings whose rejecting examples could never be accepted.
struct DistantRejections: CatalogueRule {
  let card = RuleCard(
    "K092", "distant-rejections", .warning, .requirements,
    vi:
      "Không ví dụ bị từ chối nào có từ ngữ của cách viết, nên không ví dụ nào cho thấy cách viết từ chối được "
      + "điều gì. Hãy thêm câu gần giống: phủ định, nghĩa khác, một nửa yêu cầu.",
    en: "No rejecting example has words of the wording, so that none shows that it can reject anything. Add "
      + "sentences that are near: a denial, another meaning, half of what is asked.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(RuleExample.wording(mark: "‸", rejects: "Bảo đảm an toàn.")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for element in source.wordings {
      let phrases = element.children("way").flatMap { $0.children("say") }
        .flatMap { $0.text.utf8.split(separator: UInt8(ascii: "|")).compactMap { String($0) } }
        .map { FoldedWords($0).words }
      let texts = element.children("rejects").map { FoldedWords($0.text).words }
      let isNear = texts.contains { text in
        phrases.contains { phrase in
          !phrase.isEmpty && text.indices.contains { text[$0...].starts(with: phrase) }
        }
      }
      if !isNear {
        report.add(
          .element(element), vi: "không ví dụ bị từ chối nào có từ ngữ của cách viết",
          en: "no rejecting example has words of the wording")
      }
    }
  }
}
