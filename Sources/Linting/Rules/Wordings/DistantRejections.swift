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
    accepts: """
      <wordings>
        <wording list="topic" token="zero-trust">
          <way>
            <say>không tin cậy|zero trust</say>
          </way>
          <accepts>Theo mô hình không tin cậy.</accepts>
          <accepts>Áp dụng Zero Trust.</accepts>
          <accepts>Hệ thống theo nguyên tắc không tin cậy.</accepts>
          <rejects>Chặn nguồn không tin cậy nếu có kinh phí.</rejects>
          <rejects>Môi trường mạng an toàn, tin cậy.</rejects>
          <rejects>Đề án nêu an toàn.</rejects>
          <seen mark="from-memory">ví dụ</seen>
        </wording>
      </wordings>
      """,
    rejects: """
      <wordings>
        ‸<wording list="topic" token="zero-trust">
          <way>
            <say>không tin cậy|zero trust</say>
          </way>
          <accepts>Theo mô hình không tin cậy.</accepts>
          <accepts>Áp dụng Zero Trust.</accepts>
          <accepts>Hệ thống theo nguyên tắc không tin cậy.</accepts>
          <rejects>Bảo đảm an toàn.</rejects>
          <rejects>Môi trường mạng an toàn, tin cậy.</rejects>
          <rejects>Đề án nêu an toàn.</rejects>
          <seen mark="from-memory">ví dụ</seen>
        </wording>
      </wordings>
      """)

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
