/// Examples of national targets and indicators, of which a rule writes only what it is about.
extension RuleExample {
  /// A decision of 2018 with two targets to 2020, one indicator, and a criterion on the first target.
  /// - Parameters:
  ///   - first: the attributes of the first target.
  ///   - second: those of the second one.
  ///   - value: the attributes of the indicator's value.
  ///   - phase: those of the criterion's phase.
  ///   - indicator: the unit and the direction of the indicator.
  ///   - more: a criterion after the first one.
  static func programme(
    first: String = "from=\"2018\" to=\"2020\" share=\"50\"", second: String = "from=\"2018\" to=\"2020\"",
    value: String = "value=\"50\" year=\"2020\"", phase: String = "from=\"2018\" to=\"2020\"",
    indicator: String = "unit=\"%\" direction=\"higher-is-better\"", more: String = ""
  ) -> RuleExample {
    let seen =
      "<provenance mark=\"verified\" tier=\"A\" source=\"https://vanban.chinhphu.vn/4\" read=\"2026-11-23\"/>"
    return RuleExample(
      """
      <instruments>
        <instrument id="QD-02-2018-TTG" kind="decision" number="02/QĐ-TTg" year="2018" issued="2018-02-01" binding="unknown">
          <title lang="vi">Chương trình ví dụ</title>
          <title lang="en">Programme of the examples</title>
          \(seen)
        </instrument>
      </instruments>
      <indicators>
        <indicator id="IND-02-TRAINED" \(indicator) instrument="QD-02-2018-TTG">
          <name lang="vi">Tỷ lệ đơn vị được đào tạo</name>
          <name lang="en">Share of units trained</name>
          <target \(value)/>
          \(seen)
        </indicator>
      </indicators>
      <programme>
        <target id="P1" instrument="QD-02-2018-TTG" scope="plan" \(first)>
          <title lang="vi">Đơn vị được đào tạo</title>
          <title lang="en">Units trained</title>
          \(seen)
        </target>
        <target id="P2" instrument="QD-02-2018-TTG" scope="plan" \(second)>
          <title lang="vi">Hạ tầng dữ liệu</title>
          <title lang="en">Data infrastructure</title>
          \(seen)
        </target>
      </programme>
      <criteria>
        <group id="example">
          <title lang="vi">Ví dụ</title>
          <title lang="en">Examples</title>
        </group>
        <criterion id="C-EX-01" force="recommended" group="example" scheme-target="P1">
          <title lang="vi">Nêu dữ liệu</title>
          <title lang="en">States its data</title>
          <basis instrument="QD-02-2018-TTG" force="recommended"/>
          <duty-subject>plan</duty-subject>
          <plan-statement lang="vi">Đề án nêu dữ liệu.</plan-statement>
          <plan-statement lang="en">The plan states its data.</plan-statement>
          <phase \(phase)/>
          <requirement>
            <states section="data"/>
          </requirement>
          \(seen)
        </criterion>
      \(more)
      </criteria>
      """.split(separator: "\n").filter { $0.utf8.contains { $0 > 0x20 } }.joined(separator: "\n"),
      file: "example.xml")
  }

  /// Two criteria on targets of the decision.
  /// - Parameter second: the target of the second one.
  static func twoTargets(second: String) -> RuleExample {
    programme(
      more: """
          <criterion id="C-EX-02" force="recommended" group="example" scheme-target="\(second)">
            <title lang="vi">Nêu hạ tầng</title>
            <title lang="en">States its infrastructure</title>
            <basis instrument="QD-02-2018-TTG" force="recommended"/>
            <duty-subject>plan</duty-subject>
            <plan-statement lang="vi">Đề án nêu hạ tầng.</plan-statement>
            <plan-statement lang="en">The plan states its infrastructure.</plan-statement>
            <phase from="2018" to="2020"/>
            <requirement>
              <states section="architecture"/>
            </requirement>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
          </criterion>
        """)
  }
}
