/// Examples that show one criterion, of which a rule writes only what it is about.
extension RuleExample {
  /// - Parameters:
  ///   - force: its force.
  ///   - basis: the `basis` element, which is to give that force.
  ///   - conditions: what stands in `applies-when`; nil for a criterion that always applies.
  ///   - requirement: what stands in `requirement`.
  ///   - remedy: the `remedy` element.
  ///   - sections: sections of the catalogue before the criteria; the example is then a file beside folders.
  static func criterion(
    force: String = "mandatory",
    basis: String = """
    <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
    """,
    conditions: String? = nil, requirement: String = "<states section=\"data\"/>", remedy: String? = nil,
    after sections: String? = nil
  ) -> RuleExample {
    let parts = [
      """
      <title lang="vi">Nêu dữ liệu</title>
      <title lang="en">States its data</title>
      \(basis)
      <duty-subject>plan</duty-subject>
      <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
      <plan-statement lang="en">The plan states its data.</plan-statement>
      <phase/>
      """,
      conditions.map { "<applies-when>\n\(indented($0, by: 2))\n</applies-when>" },
      "<requirement>\n\(indented(requirement, by: 2))\n</requirement>",
      remedy,
      """
      <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
      """,
    ]
    let criteria = """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="\(force)" group="example">
      \(indented(parts.compactMap { $0 }.joined(separator: "\n"), by: 4))
        </criterion>
      </criteria>
      """
    guard let sections else { return RuleExample(criteria) }
    return RuleExample("\(sections)\n\(criteria)", file: "example.xml")
  }

  /// A decree with one provision, for a criterion that rests on either.
  /// - Parameter provenance: the attributes that say where the provision was seen.
  static func decree(provision provenance: String) -> String {
    """
    <instruments>
      <instrument id="ND-05-2025" kind="decree" number="05/2025/NĐ-CP" year="2025" issued="2025-05-02" binding="binding">
        <title lang="vi">Nghị định ví dụ</title>
        <title lang="en">Decree of the examples</title>
        <provision id="ND-05-2025.D1" article="1">
          <subject lang="vi">Phạm vi</subject>
          <subject lang="en">Scope</subject>
          <provenance \(provenance)/>
        </provision>
        <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
      </instrument>
    </instruments>
    """
  }

  /// A requirement of one assertion in Schematron.
  static func schematron(context: String = "p:data/p:spatial-data", test: String) -> String {
    """
    <schematron section="data">
      <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
        <ns prefix="p" uri="urn:khung:master-plan:1"/>
        <pattern>
          <rule context="\(context)">
            <assert test="\(test)">Thiếu hệ tọa độ.</assert>
          </rule>
        </pattern>
      </schema>
    </schematron>
    """
  }

  private static func indented(_ text: String, by spaces: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
  }
}
