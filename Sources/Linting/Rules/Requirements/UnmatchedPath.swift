/// Paths that nothing in a valid plan can match.
struct UnmatchedPath: FileRule {
  let card = RuleCard(
    "K060", "unmatched-path", .error, .requirements,
    vi: "Bước XPath không khớp được gì trong một đề án đúng master-plan.xsd: tên viết sai, thiếu tiền tố "
      + "không gian tên, hoặc phần tử không đứng ở đó. Quy tắc như vậy lặng lẽ không bao giờ khớp.",
    en: "A step of XPath that matches nothing in any plan that master-plan.xsd allows: a misspelt name, a "
      + "missing namespace prefix, or an element that does not stand there. Such a rule silently never "
      + "matches.",
    accepts: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <requirement>
            <schematron section="data">
              <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
                <ns prefix="p" uri="urn:khung:master-plan:1"/>
                <pattern>
                  <rule context="p:data/p:spatial-data">
                    <assert test="@coordinate-system">Thiếu hệ tọa độ.</assert>
                  </rule>
                </pattern>
              </schema>
            </schematron>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """,
    rejects: """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="mandatory" group="example">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase/>
          <requirement>
            <schematron section="data">
              <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
                <ns prefix="p" uri="urn:khung:master-plan:1"/>
                <pattern>
                  <rule context="p:data/‸p:spatial-date">
                    <assert test="@coordinate-system">Thiếu hệ tọa độ.</assert>
                  </rule>
                </pattern>
              </schema>
            </schematron>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)

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
