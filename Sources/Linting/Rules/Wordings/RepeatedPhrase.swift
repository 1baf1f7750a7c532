import Wordings
import XML

/// The same phrase twice among the alternatives of a part.
struct RepeatedPhrase: CatalogueRule {
  let card = RuleCard(
    "K091", "repeated-phrase", .warning, .language,
    vi:
      "Một cụm từ đứng hai lần trong cùng một phần, có khi chỉ khác chữ hoa, cách đặt dấu thanh hay y và i, "
      + "những điều không làm thành cụm từ khác.",
    en:
      "A phrase stands twice in the same part, perhaps with other capitals, another place of the tone or y for i, "
      + "which make no other phrase.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(RuleExample.wording(say: "‸<say>không tin cậy|zero trust|Không tin cậy</say>")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for wording in source.wordings {
      for say in wording.children("way").flatMap({ $0.children("say") }) {
        var seen: Set<[FoldedWords.Word]> = []
        for phrase in say.text.utf8.split(separator: UInt8(ascii: "|")).compactMap({ String($0) })
        where !seen.insert(FoldedWords(phrase).words).inserted {
          let words = phrase.collapsingWhitespace()
          report.add(
            .element(say), vi: "cụm từ “\(words)” đứng hai lần", en: "the phrase “\(words)” stands twice")
        }
      }
    }
  }
}
