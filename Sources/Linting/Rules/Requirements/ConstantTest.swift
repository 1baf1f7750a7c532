import XML

/// Tests that come out the same in every plan.
struct ConstantTest: Rule {
  let card = RuleCard(
    "K062", "constant-test", .error, .requirements,
    vi: "Phép thử luôn đúng hoặc luôn sai với mọi đề án hợp lệ: không nhìn vào đề án, so số lượng với một "
      + "số nó không bao giờ dưới, hoặc đòi thuộc tính mà lược đồ đã bắt buộc. Tiêu chí như vậy không kiểm "
      + "tra gì.",
    en: "The test holds, or fails, in every valid plan: it looks at nothing of the plan, compares a count "
      + "with what it is never below, or asks for what the schema requires anyway. Such a criterion tests "
      + "nothing.",
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
                  <rule context="p:data">
                    <assert test="‸@coverage">Thiếu hệ tọa độ.</assert>
                  </rule>
                </pattern>
              </schema>
            </schematron>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for expression in source.expressions where expression.attribute == "test" {
      guard case .success(let syntax) = expression.parsed, let why = constancy(of: syntax, expression, source)
      else { continue }
      report.add(
        .value(expression.element, "test", scalar: 0), vi: "phép thử “\(syntax.text)” \(why.vi)",
        en: "the test “\(syntax.text)” \(why.en)")
    }
  }

  private func constancy(
    of syntax: XPathSyntax, _ expression: EmbeddedExpression, _ source: CatalogueSource
  ) -> (vi: String, en: String)? {
    let contextual: Set<String> = ["position", "last", "current", "document", "key", "id"]
    if syntax.steps.isEmpty, syntax.variables.isEmpty,
      !syntax.functions.contains(where: { contextual.contains($0.name) || isOfContext($0, syntax) })
    {
      return ("không nhìn vào đề án", "looks at nothing of the plan")
    }
    if comparesCountWithNothing(syntax.text) {
      return ("luôn đúng: số lượng không bao giờ âm", "always holds: a count is never negative")
    }
    if isAlwaysThere(syntax, expression, source) {
      return ("luôn đúng: master-plan.xsd bắt buộc phải có", "always holds: master-plan.xsd requires it")
    }
    return nil
  }

  /// Functions that take the context node where no argument is written.
  private func isOfContext(_ function: XPathSyntax.Reference, _ syntax: XPathSyntax) -> Bool {
    let scalars = Array(syntax.text.unicodeScalars)[function.offset...]
    let call = String(String.UnicodeScalarView(scalars)).filter { !$0.isWhitespace }
    return call.hasPrefix(function.name + "()") && !["true", "false"].contains(function.name)
  }

  private func comparesCountWithNothing(_ text: String) -> Bool {
    let bare = text.filter { !$0.isWhitespace }
    return (bare.hasPrefix("count(") || bare.hasPrefix("string-length(")) && bare.hasSuffix(")>=0")
      && !bare.contains("and") && !bare.contains("or")
  }

  /// One plain path of which the schema requires every step.
  private func isAlwaysThere(
    _ syntax: XPathSyntax, _ expression: EmbeddedExpression, _ source: CatalogueSource
  ) -> Bool {
    guard syntax.type == .nodes, syntax.functions.isEmpty, !syntax.steps.isEmpty,
      !syntax.text.contains("["), !syntax.text.contains("|"),
      let context = expression.context(in: source.grammar), !context.isEmpty
    else { return false }
    let analysis = PathAnalysis(
      syntax, context: context, grammar: source.grammar, namespaces: expression.namespaces)
    var start = context
    for (index, step) in syntax.steps.enumerated() {
      guard step.axis == "child" || step.axis == "attribute" else { return false }
      let name = step.test.split(separator: ":").last.map(String.init) ?? ""
      let isAttribute = step.axis == "attribute"
      guard start.allSatisfy({ source.grammar.requires(name, isAttribute: isAttribute, at: $0) }),
        let next = analysis.reached[index], !next.isEmpty
      else { return false }
      start = next
    }
    return true
  }
}
