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
  ///   - markLast: `‸` where it stands at the last one.
  static func wording(
    mark: String = "", token: String = "token=\"zero-trust\"",
    say: String = "<say>không tin cậy|zero trust</say>",
    rejects: String = "Chặn nguồn không tin cậy nếu có kinh phí.", markRejects: String = "",
    markLast: String = ""
  ) -> String {
    """
      \(mark)<wording list="topic" \(token)>
        <way>
          \(say)
        </way>
        <accepts>Theo mô hình không tin cậy.</accepts>
        <accepts>Áp dụng Zero Trust.</accepts>
        <accepts>Hệ thống theo nguyên tắc không tin cậy.</accepts>
        \(markRejects)<rejects>\(rejects)</rejects>
        <rejects>Môi trường mạng an toàn, tin cậy.</rejects>
        \(markLast)<rejects>Đề án nêu an toàn.</rejects>
        <seen mark="from-memory">ví dụ</seen>
      </wording>
    """
  }
}
