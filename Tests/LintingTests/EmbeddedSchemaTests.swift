import Linting
import TestSupport
import Testing
import XML

/// Expressions of embedded Schematron are looked into where they will be evaluated: ISO/IEC 19757-3, 5.4.
@Suite struct EmbeddedSchemaTests {
  /// The findings in a criterion with this schema, as `rule` and the text at their place.
  private func findings(_ schema: String) throws -> [String] {
    let accepted = try #require(Rules.named("K063")).card.accepts.files().files
    let text = String(decoding: accepted[1].text.stored, as: UTF8.self)
    let start = try #require(text.firstRange(of: "<pattern>"))
    let end = try #require(text.firstRange(of: "</pattern>"))
    let edited = text[..<start.lowerBound] + schema + text[end.upperBound...]
    let file = try LintFixture.file(accepted[1].name, String(edited))
    return try LintFixture.linter().lint([accepted[0], file]).findings.filter {
      $0.rule != "K080" && $0.rule != "K081"
    }
    .map { finding in
      let rest = file.text.bytes[finding.offset...].prefix { $0 != UInt8(ascii: "\"") }
      return "\(finding.rule) \(String(decoding: rest, as: UTF8.self))"
    }
  }

  @Test func `a step that an instance of an abstract pattern cannot reach is found at the parameter`() throws
  {
    #expect(
      try findings(
        """
        <pattern abstract="true" id="there"><param name="what" value="p:name"/><rule context="$where">
        <assert test="$what">Thiếu.</assert></rule></pattern>
        <pattern is-a="there"><param name="where" value="p:data/p:spatial-data"/>
        <param name="what" value="@coordinate-sytem"/></pattern>
        """) == ["K060 coordinate-sytem"])
  }

  @Test func `a step that is written in the abstract pattern itself is found there`() throws {
    #expect(
      try findings(
        """
        <pattern abstract="true" id="there"><rule context="$where">
        <assert test="p:nmae">Thiếu.</assert></rule></pattern>
        <pattern is-a="there"><param name="where" value="p:data/p:spatial-data"/></pattern>
        <pattern is-a="there"><param name="where" value="p:data/p:spatial-data"/></pattern>
        """) == ["K060 p:nmae"])
  }

  @Test func `an instance that makes a test constant is found`() throws {
    #expect(
      try findings(
        """
        <pattern abstract="true" id="enough"><rule context="p:data">
        <assert test="count(p:statement) &gt;= $least">Thiếu.</assert></rule></pattern>
        <pattern is-a="enough"><param name="least" value="1"/></pattern>
        <pattern is-a="enough"><param name="least" value="0"/></pattern>
        """) == ["K062 count(p:statement) &gt;= $least"])
  }

  @Test func `an abstract pattern that nothing instantiates is never evaluated`() throws {
    #expect(
      try findings(
        """
        <pattern abstract="true" id="idle"><rule context="$where"><assert test="p:nmae">Thiếu.</assert></rule>
        </pattern>
        <pattern><rule context="p:data"><assert test="p:statement">Thiếu.</assert></rule></pattern>
        """) == [])
  }

  @Test func `an abstract rule is judged in the context of the rules that extend it`() throws {
    #expect(
      try findings(
        """
        <pattern><rule abstract="true" id="base"><assert test="@coordinate-system">Thiếu.</assert></rule>
        <rule context="p:data/p:spatial-data"><extends rule="base"/></rule>
        <rule context="p:data"><extends rule="base"/></rule></pattern>
        """) == ["K060 coordinate-system"])
  }

  @Test func `rules that extend each other in a circle end`() throws {
    #expect(
      try findings(
        """
        <pattern><rule abstract="true" id="a"><extends rule="b"/></rule>
        <rule abstract="true" id="b"><extends rule="a"/></rule>
        <rule context="p:data"><extends rule="a"/><assert test="p:statement">Thiếu.</assert></rule></pattern>
        """
      ).map { $0.prefix(4) } == ["K061"])
  }

  @Test func `what diagnostics and messages put in is looked into`() throws {
    #expect(
      try findings(
        """
        <pattern><rule context="p:data"><assert test="p:statement" diagnostics="d">
        <emph>Thiếu</emph> <name path="p:nmae"/>.</assert></rule></pattern>
        <diagnostics><diagnostic id="d"><value-of select="p:statment"/></diagnostic>
        <diagnostic id="idle"><value-of select="p:statment"/></diagnostic></diagnostics>
        """) == ["K060 p:nmae", "K060 p:statment"])
  }

  @Test(arguments: [
    ("/descendant::p:finance/@total", "p:finance/@total"),
    ("/descendant-or-self::node()/p:finance", "node()/p:finance"), ("//p:finance", "//p:finance"),
    ("p:statement or /descendant::p:finance", "p:finance"),
  ])
  func `a walk through the whole plan is found however it is spelled`(test: String, place: String) throws {
    #expect(
      try findings(
        "<pattern><rule context=\"p:data\"><assert test=\"\(test)\">Thiếu.</assert></rule></pattern>")
        == ["K063 \(place)"])
  }

  @Test(arguments: ["descendant::p:statement", "/p:master-plan/descendant::p:finance", ".//p:statement"])
  func `a walk through a part of the plan is left alone`(test: String) throws {
    #expect(
      try findings(
        "<pattern><rule context=\"p:data\"><assert test=\"\(test)\">Thiếu.</assert></rule></pattern>")
        == [])
  }
}
