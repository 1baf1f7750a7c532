import Schematron
import XML

/// XPath that is wrong in itself.
struct BrokenExpression: FileRule {
  let card = RuleCard(
    "K061", "broken-expression", .error, .requirements,
    vi: "Biểu thức XPath sai cú pháp hoặc sai kiểu (hàm không có, thiếu đối số, phép toán tập nút trên thứ "
      + "không phải tập nút), hoặc lược đồ Schematron không hợp lệ. Danh mục có lỗi này không chạy được.",
    en: "An expression of XPath with an error of syntax or type (an unknown function, a missing argument, a "
      + "node-set asked of what is none), or a Schematron schema that is not valid. Such a catalogue does not "
      + "run.",
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
                    <assert test="string-length(@coordinate-system) &gt; 2">Thiếu hệ tọa độ.</assert>
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
                    <assert test="‸string-lenght(@coordinate-system) &gt; 2">Thiếu hệ tọa độ.</assert>
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
    var broken: Set<String> = []
    for expression in contents.expressions {
      guard case .failure(let fault) = expression.parsed else { continue }
      broken.insert(expression.criterion)
      report.add(
        expression.place(at: fault.offset ?? 0), .expression(fault.kind))
    }
    for (entry, criterion) in contents.criteria where !broken.contains(criterion.id) {
      for element in entry.facets(named: "schematron") {
        guard let schema = element.children.first(where: { _ in true }) else { continue }
        do throws(Refusal) {
          _ = try SchematronSchema(
            SourceText(name: criterion.id, stored: Array(schema.serialized().utf8)), path: nil)
        } catch {
          report.add(.element(schema), error.cause)
        }
      }
    }
  }
}
