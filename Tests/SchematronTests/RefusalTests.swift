import Languages
import Phrasing
import Reporting
import Schematron
import Source
import Testing
import XML
import XPath

@Suite("Refusals")
struct RefusalTests {
  @Test(
    "an error in an expression is refused before any document, with its place",
    arguments: [
      ("a =", .unexpected(found: nil), 3), ("a = = b", .unexpected(found: "="), 4),
      ("count(a", .expected(")", found: nil), 7), ("a['x]", .unfinishedLiteral, 2),
      ("x:a", .undeclaredPrefix("x"), 0), ("a and $v", .undefinedVariable("v"), 6),
      ("matches(a, 'x')", .unknownFunction("matches"), 0),
      ("count()", .wrongArgumentCount(function: "count", least: 1, most: 1, given: 0), 0),
      ("a/sum(1)", .unexpected(found: "sum"), 2), ("count('x')", .needsNodes, 6), ("'a' | b", .needsNodes, 0),
      ("up::a", .unknownAxis("up"), 0), ("@x/following::a", .unreliableAxis("following"), 3),
      ("  ", .empty, 0),
      ("a # b", .unexpected(found: "#"), 2), ("exslt:node-set(a)", .unknownFunction("exslt:node-set"), 0),
      ("if (a) then b else c", .unknownFunction("if"), 0),
    ] as [(String, XPathFault.Kind, Int)])
  func expression(_ test: String, _ kind: XPathFault.Kind, _ offset: Int) {
    // The rule matches nothing: the expression is wrong all the same.
    let schema = "<pattern><rule context=\"none\"><assert test=\"\(test)\"/></rule></pattern>"
    let refusal = SmallSchema.refusal(schema)
    #expect(refusal?.isCaused(by: kind) == true)
    #expect(refusal?.quotation?.offset == offset)
  }

  @Test("the place counts characters of the file: references, lines and Vietnamese letters")
  func columns() throws {
    let schema = """
      <pattern>
        <rule context="đề">
          <assert id='x'
            test = 'ấ &lt; 3 and
              b &lt; $c'/></rule></pattern>
      """
    let refusal = SmallSchema.refusal(schema)
    #expect(refusal?.position == Position(line: 5, column: 16))
  }

  @Test("the message shows the expression and a mark under the place")
  func caret() throws {
    let schema = "<pattern><rule context='a'><assert test='b or $c'/></rule></pattern>"
    let refusal = try #require(SmallSchema.refusal(schema))
    let lines = Language.english.explanation(refusal).split(separator: "\n")
    #expect(lines[0].hasPrefix("test.sch:1:"))
    #expect(lines[1] == "  b or $c")
    #expect(lines[2] == "       ^")
    #expect(Language.vietnamese.explanation(refusal).contains("không phải biến"))
  }

  @Test("an expression that cannot be evaluated is refused, never a finding")
  func evaluation() {
    let schema =
      "<let name='v' value='1'/><pattern><rule context='a'><assert test='count($v) = 1'/></rule></pattern>"
    #expect(SmallSchema.refusal(schema)?.isCaused(by: XPathFault.Kind.needsNodes) == true)
    let axis = "<pattern><rule context='@x'><assert test='following::b'/></rule></pattern>"
    #expect(
      SmallSchema.refusal(axis, on: "<a x='1'/>")?.isCaused(by: XPathFault.Kind.unreliableAxis("following"))
        == true)
  }

  @Test(
    "what the standard does not allow in a schema is refused at its place",
    arguments: [
      ("<rule context='a'/>", .unexpectedElement("rule", parent: "schema")),
      ("<pattern><assert test='a'/></pattern>", .unexpectedElement("assert", parent: "pattern")),
      ("<pattern><rule><assert test='a'/></rule></pattern>", .missingAttribute("context", element: "rule")),
      ("<pattern><rule context='a'><assert/></rule></pattern>", .missingAttribute("test", element: "assert")),
      ("<pattern>text</pattern>", .unexpectedText(parent: "pattern")),
      ("<pattern id='a'/><pattern id='a'/>", .repeated(kind: .pattern, name: "a")),
      ("<pattern id='1'/>", .badName("1")),
      ("<xsl:template match='a'/>", .unexpectedElement("xsl:template", parent: "schema")),
      ("<ns prefix='p' uri='a'/><ns prefix='p' uri='b'/>", .repeated(kind: .namespace, name: "p")),
      ("<let name='1' value='2'/>", .badName("1")), ("<pattern abstract='yes'/>", .badFlag("yes")),
    ] as [(String, SchematronFault)])
  func structure(_ schema: String, _ fault: SchematronFault) {
    let refusal = SmallSchema.refusal(schema)
    #expect(refusal?.isCaused(by: fault) == true)
    #expect(refusal?.position != nil)
  }

  @Test("an error in a diagnostic that nothing refers to is refused too")
  func unusedDiagnostic() {
    let schema =
      "<pattern/><diagnostics><diagnostic id='d'><value-of select='a ='/></diagnostic></diagnostics>"
    #expect(SmallSchema.refusal(schema)?.isCaused(by: XPathFault.Kind.unexpected(found: nil)) == true)
  }

  @Test("5.4.13 another query binding is refused")
  func binding() {
    #expect(
      SmallSchema.refusal("<pattern/>", attributes: "queryBinding='xslt2'")?.isCaused(
        by: SchematronFault.unsupportedQueryBinding("xslt2")) == true)
  }

  @Test("an expression that would run for minutes ends at the time limit")
  func timeLimit() {
    var limits = Limits()
    limits.expression.seconds = 0.2
    let document = "<a>" + String(repeating: "<b><c/></b>", count: 20_000) + "</a>"
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(
        SmallSchema.fault("count(//c[count(//b) > count(preceding::c)])", on: document, limits: limits)
          == .timeLimit(seconds: 0.2))
    }
    #expect(time < .seconds(2))
  }

  @Test("joins and unions of large node-sets take linear time")
  func linear() throws {
    let document = "<a>" + (0..<60_000).map { "<b>\($0)</b><c>x\($0)</c>" }.joined() + "</a>"
    let schema = """
      <pattern><rule context="/"><report test="//b = //c"/><report test="count(//b | //c) != 120000"/>
      <report test="//b &lt; //c"/></rule></pattern>
      """
    let clock = ContinuousClock()
    var result: [String] = ["not run"]
    let time = try clock.measure { result = try SmallSchema.messages(schema, on: document) }
    #expect(result == [])
    #expect(time < .seconds(4))
  }

  @Test("schemas that multiply themselves are refused before they fill memory or time")
  func multiplication() {
    let levels = (0..<30).map { level in
      "<rule abstract='true' id='r\(level)'><extends rule='r\(level + 1)'/><extends rule='r\(level + 1)'/></rule>"
    }
    let rules =
      levels.joined() + "<rule abstract='true' id='r30'/><rule context='a'><extends rule='r0'/></rule>"
    #expect(
      SmallSchema.refusal("<pattern>\(rules)</pattern>")?.isCaused(
        by: SchematronFault.tooLarge(limit: Limits().schema.elements)) == true)
    let use = String(repeating: "$p+", count: 20_000)
    let value = String(repeating: "1+", count: 1000) + "1"
    let pattern = """
      <pattern abstract="true" id="t"><rule context="a"><assert test="\(use)1"/></rule></pattern>
      <pattern is-a="t"><param name="p" value="\(value)"/></pattern>
      """
    #expect(
      SmallSchema.refusal(pattern)?.isCaused(by: MarkupFault.textTooLong(limit: Limits().expression.expanded))
        == true)
  }

  @Test("nesting and length of expressions are limited")
  func depth() {
    let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
    #expect(SmallSchema.fault(deep) == .tooDeep(limit: Limits().expression.tokens))
    let nested = String(repeating: "a[", count: 80) + "a" + String(repeating: "]", count: 80)
    #expect(SmallSchema.fault(nested) == .tooDeep(limit: Limits().expression.depth))
    let long = String(repeating: "1+", count: 1500) + "1"
    #expect(SmallSchema.fault(long) == nil)
  }
}
