import Schematron
import Testing

@Suite("Messages, diagnostics and properties")
struct MessageTests {
  private func finding(_ message: String, on document: String = "<a/>", ns: String = "") throws -> String {
    let schema = "\(ns)<pattern><rule context='a'><report test='true()'>\(message)</report></rule></pattern>"
    return try SmallSchema.run(schema, on: document).findings[0].message.xml
  }

  @Test("5.4.6 name gives the name of the context, with its prefix, or of the node of path")
  func name() throws {
    #expect(try finding("<name/>") == "a")
    #expect(try finding("<name path='*'/>", on: "<a><p:b xmlns:p='urn:p'/></a>") == "p:b")
    #expect(try finding("<name path='@*'/>", on: "<a x='1'/>") == "x")
    #expect(try finding("<name path='none'/>") == "")
  }

  @Test("5.4.14 value-of gives the string of any value, escaped")
  func valueOf() throws {
    #expect(
      try finding("<value-of select='1 + 1'/><value-of select='@x'/>", on: "<a x='&lt;&amp;'/>")
        == "2&lt;&amp;")
    #expect(try finding("<value-of select='b'/>", on: "<a><b>first</b><b>second</b></a>") == "first")
  }

  @Test("5.5 emph, dir and span keep their markup in SVRL, other elements theirs")
  func markup() throws {
    #expect(
      try finding("<emph>e</emph><dir value='rtl'>d</dir><span class='c'>s<value-of select='2'/></span>")
        == "<svrl:emph>e</svrl:emph><svrl:dir dir=\"rtl\">d</svrl:dir><svrl:span class=\"c\">s2</svrl:span>")
    #expect(
      try finding("<h:b xmlns:h='urn:h' k='v'>x<value-of select='name()'/></h:b>")
        == "<h:b xmlns:h=\"urn:h\" k=\"v\">xa</h:b>")
  }

  @Test("5.5 diagnostics are given in the order of the reference, at the context of the rule")
  func diagnostics() throws {
    let schema = """
      <pattern><rule context="a"><let name="v" value="@x"/><report test="true()" diagnostics="two one"/></rule></pattern>
      <diagnostics><diagnostic id="one">1 <value-of select="$v"/></diagnostic><diagnostic id="two">2</diagnostic></diagnostics>
      """
    let details = try SmallSchema.run(schema, on: "<a x='y'/>").findings[0].diagnostics
    #expect(details.map(\.id) == ["two", "one"])
    #expect(details.map(\.message.plain) == ["2", "1 y"])
    let missing = "<pattern><rule context='a'><assert test='b' diagnostics='none'/></rule></pattern>"
    #expect(
      SmallSchema.refusal(missing)?.isCaused(by: SchematronFault.undefined(kind: .diagnostic, name: "none"))
        == true)
  }

  @Test("5.5 properties hold values and copies, of variables too")
  func properties() throws {
    let schema = """
      <let name="tree"><t xmlns="urn:t">x</t></let>
      <pattern><rule context="a"><report test="true()" properties="p"/></rule></pattern>
      <properties><property id="p" role="r" scheme="s"><value-of select="@x"/><xsl:copy-of select="b"/><xsl:copy-of select="$tree/*"/></property></properties>
      """
    let property = try SmallSchema.run(schema, on: "<a x='1' xmlns:n='urn:n'><b><n:c/></b></a>").findings[0]
      .properties[0]
    #expect(property.role == "r" && property.scheme == "s")
    #expect(property.message.xml.hasPrefix("1<b"))
    #expect(property.message.xml.contains("xmlns:n=\"urn:n\""))
    #expect(property.message.xml.contains("<t xmlns=\"urn:t\""))
  }

  @Test("5.5 the language in effect is inherited into every text")
  func language() throws {
    let schema = """
      <pattern xml:lang="en"><rule context="a"><report test="true()" diagnostics="d e">x</report>
      <report test="true()" xml:lang="fr">y</report></rule></pattern>
      <diagnostics><diagnostic id="d">z</diagnostic><diagnostic id="e" xml:lang="de">z</diagnostic></diagnostics>
      """
    let findings = try SmallSchema.run(schema, on: "<a/>", attributes: "xml:lang='vi'").findings
    #expect(findings.map(\.message.language) == ["en", "fr"])
    #expect(findings[0].diagnostics.map(\.message.language) == ["vi", "de"])
  }

  @Test("5.5 role, flag, severity, see, fpi and icon reach the result")
  func annotations() throws {
    let schema = """
      <pattern><rule context="a"><assert test="b" id="i" role="r" flag="f g" severity="s" see="u" fpi="p" icon="c"/></rule></pattern>
      """
    let finding = try SmallSchema.run(schema, on: "<a/>").findings[0]
    #expect([finding.id, finding.role, finding.flag, finding.severity] == ["i", "r", "f g", "s"])
    #expect([finding.message.see, finding.message.fpi, finding.message.icon] == ["u", "p", "c"])
  }
}
