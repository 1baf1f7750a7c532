import XPath

/// Paths that search the whole plan at every node.
struct SearchesWholePlan: FileRule {
  let card = RuleCard(
    "K063", "searches-whole-plan", .warning, .requirements,
    vi:
      "Đường dẫn bắt đầu bằng // (hay /descendant::) trong phép thử duyệt cả đề án tại mỗi nút khớp: chậm theo bình phương "
      + "với đề án lớn. Hãy viết đường dẫn từ gốc, dùng <let> của lược đồ, hoặc key().",
    en:
      "A path that begins with // (or /descendant::) inside a test walks the whole plan at every node that matches: "
      + "quadratic on a large plan. Write the path from the root, use a <let> of the schema, or key().",
    accepts: .criterion(
      requirement: RuleExample.schematron(test: "/p:master-plan/p:finance/@total")),
    rejects: .criterion(requirement: RuleExample.schematron(test: "‸//p:finance/@total")))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for expression in contents.expressions where expression.isEvaluatedAtEachNode {
      guard case .success(let syntax) = expression.parsed else { continue }
      for step in syntax.steps where step.axis.hasPrefix("descendant") && step.from == .root {
        report.add(
          expression.place(at: step.offset),
          vi: "\(Self.written(step)) duyệt cả đề án tại mỗi nút khớp",
          en: "\(Self.written(step)) walks the whole plan at every node that matches")
      }
    }
  }

  /// `//`, or the axis where it is spelled out.
  private static func written(_ step: XPathSyntax.Step) -> String {
    step.axis == "descendant" ? "/descendant::" : "//"
  }
}
