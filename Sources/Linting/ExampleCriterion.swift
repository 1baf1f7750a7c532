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

extension RuleExample {
  /// Two criteria on one provision.
  /// - Parameter second: the force of the second one, and of its basis.
  static func twoCriteria(second: String, mark: String = "") -> RuleExample {
    func criterion(_ id: String, _ force: String, _ title: (String, String), _ mark: String = "") -> String {
      """
        <criterion id="\(id)" force="\(mark)\(force)" group="example">
          <title lang="vi">\(title.0)</title>
          <title lang="en">\(title.1)</title>
          <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="\(force)"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án: \(title.0).</plan-statement>
          <plan-statement lang="en">The plan: \(title.1).</plan-statement>
          <phase/>
          <requirement>
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      """
    }
    return RuleExample(
      """
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
      \(criterion("C-EX-01", "mandatory", ("nêu dữ liệu", "states its data")))
      \(criterion("C-EX-02", second, ("nêu dữ liệu mở", "states open data"), mark))
      </criteria>
      """)
  }
}

extension RuleExample {
  /// A criterion that asks for something by 2026-12-31.
  /// - Parameter printed: the day that its statement prints in both languages.
  static func deadline(_ printed: String, mark: String = "") -> RuleExample {
    RuleExample(
      """
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
          <plan-statement lang="vi">Đề án nêu dữ liệu, chậm nhất 31/12/2026.</plan-statement>
          <plan-statement lang="en">The plan states its data by 31/12/2026.</plan-statement>
          <phase/>
          <requirement>
            <states section="data" topic="open-formats" by="2026-12-31"/>
          </requirement>
          <remedy>
            \(mark)<advice lang="vi">Nêu dữ liệu chậm nhất \(printed).</advice>
            <advice lang="en">State the data by \(printed).</advice>
          </remedy>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      """)
  }
}

extension RuleExample {
  /// A criterion for schemes, and its examples.
  /// - Parameters:
  ///   - inside: the settings of an example to which it applies.
  ///   - outside: those of one to which it does not; nil for none.
  static func reach(inside: String, outside: String?) -> RuleExample {
    let other = outside.map {
      """
        <example criterion="C-EX-01" expect="not-applicable" \($0)>
          <claim lang="vi">Kế hoạch hành động.</claim>
          <claim lang="en">An action plan.</claim>
        </example>
      """
    }
    return RuleExample(
      """
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
          <applies-when>
            \(outside == nil ? "‸" : "")<plan-kind values="scheme"/>
          </applies-when>
          <requirement>
            <states section="data"/>
          </requirement>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-23"/>
        </criterion>
      </criteria>
      <?khung-lint allow="K083" reason="Cả ví dụ nằm trong một tệp."?>
      <examples>
        <example criterion="C-EX-01" expect="gap" \(inside)>
          <claim lang="vi">Đề án.</claim>
          <claim lang="en">A scheme.</claim>
        </example>
      \(other ?? "")
      </examples>
      """.split(separator: "\n").filter { $0.utf8.contains { $0 > 0x20 } }.joined(separator: "\n"),
      file: "example.xml")
  }
}
