/// Examples that show wordings, of which a rule writes only what it is about.
extension RuleExample {
  /// A file with the wordings.
  static func wordings(_ wordings: String...) -> RuleExample {
    RuleExample("<wordings>\n\(wordings.joined(separator: "\n"))\n</wordings>")
  }

  /// The wording of “zero trust”; what is not given is as it should be.
  /// - Parameters:
  ///   - mark: `‸` where the finding stands at the wording.
  ///   - token: the `token` attribute.
  ///   - say: the one `say` of its one way.
  ///   - rejects: the first of the examples that it rejects.
  ///   - markRejects: `‸` where the finding stands at that example.
  ///   - accepts: the last of the examples that it accepts.
  ///   - markAccepts: `‸` where the finding stands at that one.
  static func wording(
    mark: String = "", token: String = "token=\"zero-trust\"",
    say: String = "<say>không tin cậy|zero trust</say>",
    rejects: String = "Chặn nguồn không tin cậy nếu có kinh phí.", markRejects: String = "",
    accepts: String = "Hệ thống theo nguyên tắc không tin cậy.", markAccepts: String = ""
  ) -> String {
    """
      \(mark)<wording list="topic" \(token)>
        <way>
          \(say)
        </way>
        <unless>nguồn không tin cậy|nguồn không tin tưởng</unless>
        <accepts>Theo mô hình không tin cậy.</accepts>
        <accepts>Áp dụng Zero Trust.</accepts>
        \(markAccepts)<accepts>\(accepts)</accepts>
        \(markRejects)<rejects>\(rejects)</rejects>
        <rejects>Môi trường mạng an toàn, tin cậy.</rejects>
        <rejects>Đề án nêu an toàn.</rejects>
        <seen mark="from-memory">ví dụ</seen>
      </wording>
    """
  }
}
