import Schematron
import Testing

@Suite("Messages, diagnostics and properties")
struct MessageTests {
  private func finding(_ message: String, on document: String = "<a/>", ns: String = "") throws -> String {
    let schema = "\(ns)<pattern><rule context='a'><report test='true()'>\(message)</report></rule></pattern>"
    return try SmallSchema.run(schema, on: document).findings[0].message.xml
  }

  @Test("5.4.6 name gives the name of the context, and with path the value of its expression")
  func name() throws {
    #expect(try finding("<name/>") == "a")
    #expect(try finding("<name/>", on: "<a xmlns=''/>") == "a")
    #expect(try finding("<name path='name(*)'/>", on: "<a><p:b xmlns:p='urn:p'/></a>") == "p:b")
    #expect(try finding("<name path='@*'/>", on: "<a x='1'/>") == "1")
    #expect(try finding("<name path='1 + 1'/>", on: "<a x='1'/>") == "2")
    #expect(try finding("<name path='none'/>") == "")
  }

  @Test("5.4.14 value-of gives the string of any value, escaped")
  func valueOf() throws {
    #expect(
      try finding("<value-of select='1 + 1'/><value-of select='@x'/>", on: "<a x='&lt;&amp;'/>")
        == "2&lt;&amp;")
    #expect(try finding("<value-of select='b'/>", on: "<a><b>first</b><b>second</b></a>") == "first")
  }

  @Test("XSLT 3.4 white space alone is dropped from a message, unless xml:space says to keep it")
  func whiteSpace() throws {
    #expect(
      try finding("\n  <value-of select='1'/> <value-of select='2'/>\n  x <value-of select='3'/>")
        == "12\n  x 3")
    let schema = """
      <pattern><rule context="a"><report test="true()" xml:space="preserve"><value-of select="1"/> <emph> </emph><span class="c" xml:space="default"> </span></report></rule></pattern>
      """
    #expect(
      try SmallSchema.run(schema, on: "<a/>").findings[0].message.xml
        == "1 <svrl:emph> </svrl:emph><svrl:span class=\"c\"></svrl:span>")
    // A space that does not break a line is a sign like others.
    #expect(try finding("<value-of select='1'/>\u{A0}<value-of select='2'/>") == "1\u{A0}2")
  }

  @Test("XSLT 11.3 a copied attribute comes onto the text, and onto nothing once something was written")
  func copiedAttributes() throws {
    let schema = """
      <pattern><rule context="a"><report test="true()" properties="p q r"/></rule></pattern>
      <properties><property id="p">
        <xsl:copy-of select="@x"/><xsl:copy-of select="@n:y" xmlns:n="urn:n"/>
      </property><property id="q">t<xsl:copy-of select="@x"/></property>
      <property id="r"><b xmlns=""><xsl:copy-of select="@x"/></b></property></properties>
      """
    let finding = try SmallSchema.run(
      "<ns prefix='n' uri='urn:n'/>" + schema, on: "<a x='1&amp;' n:y='2' xmlns:n='urn:n'/>"
    ).findings[0]
    let properties = finding.properties.map(\.message)
    #expect(properties[0].attributes.map(\.name) == ["x", "xmlns:n", "n:y"])
    #expect(properties[0].attributes.map(\.value) == ["1&", "urn:n", "2"])
    #expect(properties[0].xml == "")
    #expect(properties[1].xml == "t" && properties[1].attributes.isEmpty)
    #expect(properties[2].xml == "<b xmlns=\"\" x=\"1&amp;\"></b>")
  }

  @Test("5.5 a finding whose message has no words shows its test")
  func wordless() throws {
    for message in ["", "  ", "–", "<value-of select='none'/>", "\u{200B}"] {
      let schema = "<pattern><rule context='a'><assert test='@x  &lt; 2'>\(message)</assert></rule></pattern>"
      #expect(try SmallSchema.run(schema, on: "<a x='3'/>").findings.map(\.words) == ["@x < 2"], "\(message)")
    }
    #expect(
      try SmallSchema.run(
        "<pattern><rule context='a'><assert test='b'>số</assert></rule></pattern>", on: "<a/>"
      )
      .findings.map(\.words) == ["số"])
  }

  @Test("5.4.8 parameters of an abstract pattern hold in its diagnostics, properties and messages")
  func parametersInDetails() throws {
    let schema = """
      <pattern abstract="true" id="t"><rule context="$row"><report test="true()" diagnostics="d" properties="p"><value-of select="$cell"/></report></rule></pattern>
      <pattern is-a="t"><param name="row" value="a"/><param name="cell" value="@x"/></pattern>
      <pattern is-a="t"><param name="row" value="b"/><param name="cell" value="@y"/></pattern>
      <diagnostics><diagnostic id="d">d <value-of select="$cell"/> <name path="$cell"/></diagnostic></diagnostics>
      <properties><property id="p"><value-of select="$cell"/>|<xsl:copy-of select="$cell/.."/></property></properties>
      """
    let findings = try SmallSchema.run(schema, on: "<a x='1'><b y='2'/></a>").findings
    #expect(findings.map(\.message.plain) == ["1", "2"])
    #expect(findings.map { $0.diagnostics[0].message.plain } == ["d 11", "d 22"])
    #expect(findings.map { $0.properties[0].message.xml.hasSuffix(">") } == [true, true])
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
