import Source

/// Paths that nothing in a valid plan can match.
struct UnmatchedPath: FileRule {
  let card = RuleCard(
    "K060", "unmatched-path", .error, .requirements,
    vi: "Bước XPath không khớp được gì trong một đề án đúng master-plan.xsd: tên viết sai, thiếu tiền tố "
      + "không gian tên, hoặc phần tử không đứng ở đó. Quy tắc như vậy lặng lẽ không bao giờ khớp.",
    en: "A step of XPath that matches nothing in any plan that master-plan.xsd allows: a misspelt name, a "
      + "missing namespace prefix, or an element that does not stand there. Such a rule silently never "
      + "matches.",
    accepts: .criterion(requirement: RuleExample.schematron(test: "@coordinate-system")),
    rejects: .criterion(
      requirement: RuleExample.schematron(context: "p:data/‸p:spatial-date", test: "@coordinate-system")))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for expression in contents.expressions {
      guard case .success(let syntax) = expression.parsed,
        let context = expression.context(in: contents.grammar)
      else { continue }
      let analysis = PathAnalysis(
        syntax, context: context, grammar: contents.grammar, namespaces: expression.namespaces)
      for dead in analysis.deadSteps { add(dead, expression, contents.grammar, &report) }
    }
  }

  private func add(
    _ dead: PathAnalysis.DeadStep, _ expression: EmbeddedExpression, _ grammar: PlanGrammar,
    _ report: inout RuleReport
  ) {
    let step = dead.step.test
    let place = expression.place(at: dead.step.offset)
    switch dead.why {
    case .noPrefix:
      report.add(
        place,
        vi: "“\(step)” không có tiền tố nên không phải phần tử của đề án; khai báo <ns> và viết tiền tố",
        en: "“\(step)” has no prefix and so is no element of a plan; declare <ns> and write the prefix")
    case .otherNamespace(let prefix):
      report.add(
        place, vi: "tiền tố “\(prefix)” không phải không gian tên \(grammar.namespace)",
        en: "the prefix “\(prefix)” does not stand for \(grammar.namespace)")
    case .notThere:
      let local = step.split(separator: ":").last.map(String.init) ?? step
      let near = grammar.names.contains(local) ? nil : Suggestion.nearest(to: local, among: grammar.names)
      report.add(
        place,
        vi: "không đề án nào có “\(step)” ở đây\(near.map { "; có phải là \($0)?" } ?? "")",
        en: "no plan has “\(step)” here\(near.map { "; did you mean \($0)?" } ?? "")")
    }
  }
}
