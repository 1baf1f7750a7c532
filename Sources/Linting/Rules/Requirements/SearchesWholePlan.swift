import XML

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
                    <assert test="/p:master-plan/p:finance/@total">Thiếu hệ tọa độ.</assert>
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
                  <rule context="p:data/p:spatial-data">
                    <assert test="‸//p:finance/@total">Thiếu hệ tọa độ.</assert>
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
