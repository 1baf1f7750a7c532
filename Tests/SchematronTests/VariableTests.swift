import Schematron
import Testing
import XPath

@Suite("Variables")
struct VariableTests {
  private func pattern(_ content: String) -> String { "<pattern>\(content)</pattern>" }

  @Test("5.4.5 outside a rule a variable is evaluated at the root, in a rule at its context")
  func scopes() throws {
    let schema = """
      <let name="all" value="count(.//b)"/>
      <pattern><let name="first" value="string(a/b[1])"/><rule context="b"><let name="own" value="."/>
      <report test="true()"><value-of select="concat($all, $first, $own)"/></report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><b>x</b><b>y</b></a>") == ["2xx", "2xy"])
  }

  @Test("5.4.5 variables of a schema may refer to each other in any order")
  func anyOrder() throws {
    let schema = """
      <let name="twice" value="2 * $once"/><let name="once" value="3"/>
      <pattern><rule context="a"><report test="true()"><value-of select="$twice"/></report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a/>") == ["6"])
    let circle = "<let name='x' value='$y'/><let name='y' value='$x'/><pattern/>"
    #expect(SmallSchema.refusal(circle)?.isCaused(by: SchematronFault.variableCycle("x")) == true)
  }

  @Test(
    "5.4.5 a name that is defined twice where both definitions meet is refused",
    arguments: [
      "<let name='x' value='1'/><let name='x' value='2'/><pattern/>",
      "<let name='x' value='1'/><pattern><let name='x' value='2'/></pattern>",
      "<let name='x' value='1'/><pattern><rule context='a'><let name='x' value='2'/></rule></pattern>",
      "<let name='x' value='1'/><phase id='p'><let name='x' value='2'/></phase><pattern/>",
      "<phase id='p'><let name='x' value='1'/><active pattern='P'/></phase><pattern id='P'><let name='x' value='2'/></pattern>",
      "<pattern><let name='x' value='1'/><let name='x' value='2'/></pattern>",
      "<pattern><let name='x' value='1'/><rule context='a'><let name='x' value='2'/></rule></pattern>",
      "<pattern><rule context='a'><let name='x' value='1'/><let name='x' value='2'/></rule></pattern>",
    ])
  func collision(_ schema: String) {
    #expect(SmallSchema.refusal(schema)?.isCaused(by: SchematronFault.variableCollision("x")) == true)
  }

  @Test("5.4.5 patterns, rules and phases apart may use one name")
  func noCollision() throws {
    let rule = "<rule context='a'><let name='x' value='1'/><report test='$x'>1</report></rule>"
    let other = "<rule context='b'><let name='x' value='2'/><report test='$x = 2'>2</report></rule>"
    let schema =
      pattern(rule + other)
      + pattern("<let name='x' value='3'/><rule context='b'><report test='$x = 3'>3</report></rule>")
    #expect(try SmallSchema.messages(schema, on: "<a><b/></a>") == ["1", "2", "3"])
  }

  @Test(
    "5.4.5 a variable that is not in scope is refused",
    arguments: [
      "<pattern><rule context='a'><assert test='$x'/></rule></pattern>",
      "<pattern><rule context='a'><assert test='$x'/><let name='x' value='1'/></rule></pattern>",
      "<pattern><let name='x' value='1'/></pattern><pattern><rule context='a'><assert test='$x'/></rule></pattern>",
      "<pattern><rule context='b'><let name='x' value='1'/></rule><rule context='a'><assert test='$x'/></rule></pattern>",
      "<pattern><rule context='none'><assert test='true()'><value-of select='$x'/></assert></rule></pattern>",
      "<pattern><rule context='a'><let name='x' value='$x + 1'/></rule></pattern>",
    ])
  func undefined(_ schema: String) {
    #expect(SmallSchema.refusal(schema)?.isCaused(by: XPathFault.Kind.undefinedVariable("x")) == true)
  }

  @Test("5.4.5 the content of let is a tree with its namespaces")
  func elementContent() throws {
    let schema = """
      <ns prefix="n" uri="urn:n"/><let name="codes" xmlns:k="urn:n"><k:c>HN</k:c><k:c>SG</k:c></let>
      <pattern><rule context="a"><assert test="$codes/n:c = @code">bad <value-of select="count($codes/n:c)"/></assert></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a code='HN'/>") == [])
    #expect(try SmallSchema.messages(schema, on: "<a code='XX'/>") == ["bad 2"])
    let both = "<let name='x' value='1'><b xmlns=''/></let><pattern/>"
    #expect(SmallSchema.refusal(both)?.isCaused(by: SchematronFault.valueAndContent) == true)
  }

  @Test("5.4.5 parts of trees and of other documents outlive the rule that defined them")
  func lifetimes() throws {
    let schema = """
      <xsl:key name="k" match="c" use="."/>
      <pattern><rule context="b"><let name="tree"><c xmlns="">HN</c><c xmlns="">SG</c></let>
      <let name="part" value="$tree/c[2]"/><let name="other" value="document('d.xml')//c | $part"/>
      <assert test="count($other) = 3 and $part = 'SG' and $tree/c[key('k', .)]">no</assert></rule></pattern>
      """
    let folder = try Folder([
      "s.sch": SmallSchema.schema(schema), "d.xml": "<x><c>1</c><c>2</c></x>",
      "i.xml": "<a>" + String(repeating: "<b/>", count: 300) + "</a>",
    ])
    for _ in 0..<5 { #expect(try folder.validate("s.sch", "i.xml").isValid) }
  }

  @Test("5.4.5 a variable may hold nodes and be used in the context of a rule")
  func nodesInVariables() throws {
    let schema = """
      <let name="names" value="//def/@n"/>
      <pattern><rule context="use[@n = $names]"><report test="true()"><value-of select="@n"/></report></rule></pattern>
      """
    #expect(try SmallSchema.messages(schema, on: "<a><def n='x'/><use n='x'/><use n='y'/></a>") == ["x"])
  }
}
