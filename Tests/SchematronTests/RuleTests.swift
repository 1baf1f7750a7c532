import Schematron
import Testing
import XPath

@Suite("Rules, assertions and patterns")
struct RuleTests {
  @Test("5.4.2 an assert whose test is false is a finding")
  func failedAssert() throws {
    let schema =
      "<pattern><rule context='a'><assert test='b'>no b</assert><assert test='c'>no c</assert></rule></pattern>"
    #expect(try SmallSchema.messages(schema, on: "<a><c/></a>") == ["no b"])
  }

  @Test("5.4.11 a report whose test is true is a finding")
  func firedReport() throws {
    let schema =
      "<pattern><rule context='a'><report test='b'>b</report><report test='c'>c</report></rule></pattern>"
    #expect(try SmallSchema.messages(schema, on: "<a><c/></a>") == ["c"])
  }

  @Test("5.4.12 the first matching rule of a pattern wins")
  func firstRuleWins() throws {
    let schema = """
      <pattern><rule context="b[@x]"><report test="true()">first</report></rule>
      <rule context="b"><report test="true()">second</report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><b/><b x='1'/></a>") == ["second", "first"])
  }

  @Test("5.4.12 a rule without assertions still takes its nodes from later rules")
  func emptyRuleWins() throws {
    let schema = """
      <pattern><rule context="b"/><rule context="*"><report test="true()"><name/></report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><b/><c/></a>") == ["a", "c"])
  }

  @Test("5.4.9 every pattern sees every node, whatever other patterns matched")
  func patternsAreIndependent() throws {
    let pattern = "<pattern><rule context='b'><report test='true()'>hit</report></rule></pattern>"
    #expect(try SmallSchema.messages(pattern + pattern, on: "<a><b/></a>").count == 2)
  }

  @Test("5.4.12 a test that is a node-set, a number or a string converts as boolean() does")
  func testsAreBooleans() throws {
    let schema = """
      <pattern><rule context="a"><report test="b">nodes</report><report test="0">zero</report>
      <report test="'x'">text</report><report test="''">none</report><report test="0 div 0">NaN</report>
      </rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><b/></a>") == ["nodes", "text"])
  }

  @Test("5.4.12 fired rules come in document order within a pattern")
  func documentOrder() throws {
    let schema = """
      <pattern><rule context="c"><report test="true()"><name/></report></rule>
      <rule context="a | b | @x | text()"><report test="true()"><name/>.</report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a x='1'>t<c/><b/></a>") == ["a.", "x.", ".", "c", "b."])
  }

  @Test("5.4.3 a rule takes the assertions of the abstract rules that it extends, in place")
  func extendsRule() throws {
    let schema = """
      <pattern><rule abstract="true" id="named"><let name="n" value="@n"/><assert test="$n">no name</assert></rule>
      <rule abstract="true" id="both"><extends rule="named"/><assert test="@m">no m</assert></rule>
      <rule context="a"><extends rule="both"/><report test="$n = 'x'">x</report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a/>") == ["no name", "no m"])
    #expect(try SmallSchema.messages(schema, on: "<a n='x' m=''/>") == ["x"])
  }

  @Test("5.4.3 an abstract rule that extends itself, or that is not there, is refused")
  func extendsErrors() {
    let cycle = """
      <pattern><rule abstract="true" id="r"><extends rule="s"/></rule>
      <rule abstract="true" id="s"><extends rule="r"/></rule>
      <rule context="a"><extends rule="r"/></rule></pattern>
      """
    #expect(SmallSchema.refusal(cycle)?.isCaused(by: SchematronFault.cycle(["r", "s", "r"])) == true)
    let missing = "<pattern><rule context='a'><extends rule='r'/></rule></pattern>"
    #expect(
      SmallSchema.refusal(missing)?.isCaused(by: SchematronFault.undefined(kind: .rule, name: "r")) == true)
    let concrete = "<pattern><rule id='r' context='b'/><rule context='a'><extends rule='r'/></rule></pattern>"
    #expect(
      SmallSchema.refusal(concrete)?.isCaused(by: SchematronFault.notAbstract(kind: .rule, name: "r")) == true
    )
  }

  @Test("5.4.12 a rule extends no abstract rule of another pattern")
  func extendsElsewhere() {
    let schema = """
      <pattern><rule abstract="true" id="r"><report test="true()"/></rule></pattern>
      <pattern><rule context="a"><extends rule="r"/></rule></pattern>
      """
    #expect(SmallSchema.refusal(schema)?.isCaused(by: SchematronFault.ruleOfAnotherPattern("r")) == true)
  }

  @Test("5.4.8 an abstract pattern takes its parameters, the longest name first")
  func abstractPattern() throws {
    let schema = """
      <pattern abstract="true" id="t"><rule context="$row"><assert test="$cell">no <name path="$cell-name"/></assert>
      <let name="x" value="count($cell)"/><report test="$x > 1">many</report></rule></pattern>
      <pattern is-a="t" id="i"><param name="row" value="tr"/><param name="cell" value="td"/>
      <param name="cell-name" value="'TD'"/></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><tr/><tr><td/><td/></tr></a>") == ["no TD", "many"])
  }

  @Test("5.4.8 an abstract pattern without its parameter is refused as an undefined variable")
  func missingParameter() {
    let schema = """
      <pattern abstract="true" id="t"><rule context="a"><assert test="$cell"/></rule></pattern>
      <pattern is-a="t"><param name="row" value="tr"/></pattern>
      """
    #expect(SmallSchema.refusal(schema)?.isCaused(by: XPathFault.Kind.undefinedVariable("cell")) == true)
    #expect(
      SmallSchema.refusal("<pattern is-a='none'/>")?.isCaused(
        by: SchematronFault.undefined(kind: .pattern, name: "none")) == true)
    #expect(
      SmallSchema.refusal("<pattern id='p'/><pattern is-a='p'/>")?.isCaused(
        by: SchematronFault.notAbstract(kind: .pattern, name: "p")) == true)
  }

  @Test("5.4.9 abstract patterns themselves check nothing")
  func abstractPatternIsInert() throws {
    let schema = """
      <pattern abstract="true" id="t"><rule context="*"><report test="true()"/></rule></pattern>
      <pattern><rule context="none"/></pattern>
      """
    #expect(try SmallSchema.run(schema, on: "<a/>").firedRules == 0)
  }

  @Test("5.4.9 documents sends a pattern to other documents, which the result names")
  func subordinateDocuments() throws {
    let pattern = """
      <pattern id="p" documents="//ref/@to"><rule context="item"><report test="not(@ok)"><value-of select="@n"/></report></rule></pattern>
      """
    let folder = try Folder([
      "s.sch": SmallSchema.schema(pattern),
      "main.xml": "<list><ref to='sub/one.xml'/><ref to='two.xml'/><ref to='two.xml'/><item n='0'/></list>",
      "sub/one.xml": "<item n='1'/>", "two.xml": "<x><item n='2'/><item n='3' ok=''/></x>",
    ])
    let result = try folder.validate("s.sch", "main.xml")
    #expect(result.findings.map(\.message.plain) == ["1", "2"])
    #expect(
      result.patterns.map(\.documents) == [["\(folder.path)/sub/one.xml", "\(folder.path)/two.xml"]])
    #expect(result.findings[1].location == "/x[1]/item[1]")
  }
}
