import Testing
import XPath

@Suite("Contexts: patterns of XSLT 1.0, 5.2")
struct ContextTests {
  private let document = """
    <?before p?><!--b--><a xmlns:p="urn:p" x="1" p:x="2">t<b><a/><c x="3"/><c/></b>u<![CDATA[v]]>w<p:b/><?q r?></a>
    """

  @Test("a context @x takes no attribute @p:x, and @p:x takes no @x")
  func attributeNamespaces() throws {
    let ns = "<ns prefix='p' uri='urn:p'/>"
    #expect(try SmallSchema.locations("@x", in: document, ns: ns) == ["/a[1]/@x", "/a[1]/b[1]/c[1]/@x"])
    #expect(
      try SmallSchema.locations("@p:x", in: document, ns: ns)
        == ["/a[1]/@*[local-name()='x' and namespace-uri()='urn:p']"])
    #expect(try SmallSchema.locations("@p:*", in: document, ns: ns).count == 1)
    #expect(try SmallSchema.locations("@*", in: document, ns: ns).count == 3)
  }

  @Test("a context without prefix takes elements of no namespace only")
  func elementNamespaces() throws {
    #expect(try SmallSchema.locations("b", in: document) == ["/a[1]/b[1]"])
    #expect(
      try SmallSchema.locations("q:b", in: document, ns: "<ns prefix='q' uri='urn:p'/>")
        == ["/a[1]/*[local-name()='b' and namespace-uri()='urn:p'][1]"])
  }

  @Test("contexts take text, comments, processing instructions and the root")
  func otherKinds() throws {
    #expect(try SmallSchema.locations("text()", in: document) == ["/a[1]/text()[1]", "/a[1]/text()[2]"])
    #expect(try SmallSchema.locations("comment()", in: document) == ["/comment()[1]"])
    #expect(
      try SmallSchema.locations("processing-instruction()", in: document)
        == ["/processing-instruction('before')[1]", "/a[1]/processing-instruction('q')[1]"])
    #expect(
      try SmallSchema.locations("processing-instruction('q')", in: document)
        == ["/a[1]/processing-instruction('q')[1]"])
    #expect(try SmallSchema.locations("/", in: document) == ["/"])
  }

  @Test("a CDATA section is part of the text around it")
  func sections() throws {
    let schema =
      "<pattern><rule context='text()'><report test='true()'><value-of select='.'/></report></rule></pattern>"
    #expect(try SmallSchema.messages(schema, on: document) == ["t", "uvw"])
  }

  @Test(
    "paths, alternatives, positions and anchors select as in XSLT",
    arguments: [
      ("b/c", ["/a[1]/b[1]/c[1]", "/a[1]/b[1]/c[2]"]),
      ("a//c[2]", ["/a[1]/b[1]/c[2]"]),
      ("c[1]", ["/a[1]/b[1]/c[1]"]),
      ("/a", ["/a[1]"]),
      ("//a", ["/a[1]", "/a[1]/b[1]/a[1]"]),
      ("a[not(..//b)]", ["/a[1]/b[1]/a[1]"]),
      ("b/a | c[@x='3'] | b/a", ["/a[1]/b[1]/a[1]", "/a[1]/b[1]/c[1]"]),
      ("a/node()[2]", ["/a[1]/b[1]"]),
      (
        "*[last()]", ["/a[1]", "/a[1]/b[1]/c[2]", "/a[1]/*[local-name()='b' and namespace-uri()='urn:p'][1]"]
      ),
      ("child::b/attribute::x", []),
    ] as [(String, [String])])
  func selections(_ context: String, _ expected: [String]) throws {
    #expect(try SmallSchema.locations(context, in: document) == expected)
  }

  @Test("XPath 5 text and comments come after the descendants of what precedes them")
  func documentOrder() throws {
    let document = "<a><b><c/></b>t<d/></a><!--e-->"
    #expect(
      try SmallSchema.locations("text() | comment() | *", in: document)
        == ["/a[1]", "/a[1]/b[1]", "/a[1]/b[1]/c[1]", "/a[1]/text()[1]", "/a[1]/d[1]", "/comment()[1]"])
    let schema = """
      <pattern><rule context="/"><report test="true()"><value-of select="name((//node())[3])"/>
      <value-of select="name((//text() | //c | //d)[1])"/> <value-of select="name((//d/preceding::node())[2])"/></report></rule></pattern>
      """
    // The white space between the places is dropped, as XSLT drops it.
    #expect(try SmallSchema.messages(schema, on: document) == ["ccc"])
  }

  @Test("sums over many preceding siblings take linear time")
  func reverseAxes() throws {
    let document = "<a>" + String(repeating: "<b x='1'/>\n", count: 60_000) + "</a>"
    let schema =
      "<pattern><rule context='b[last()]'><assert test='sum(preceding-sibling::b/@x) = 59999'/></rule></pattern>"
    let clock = ContinuousClock()
    var isValid = false
    let time = try clock.measure { isValid = try SmallSchema.run(schema, on: document).isValid }
    #expect(isValid)
    #expect(time < .seconds(3))
  }

  @Test("Vietnamese names stand everywhere where names may")
  func vietnameseNames() throws {
    let schema = """
      <ns prefix="ế" uri="urn:e"/><let name="số" value="/đề-án/@năm"/>
      <pattern><rule context="/đề-án"><assert test="$số = 2026 and ục//ế:tiêu = /đề-án/ục/*[@ứ] and count(/đề-án | //ục | ục) = 2"/></rule>
      <rule context="ục | @năm"><report test="true()"><name/></report></rule></pattern>
      """
    let document = "<đề-án năm='2026'><ục><tiêu xmlns='urn:e' ứ=''>1</tiêu></ục></đề-án>"
    #expect(try SmallSchema.messages(schema, on: document) == ["năm", "ục"])
  }

  @Test("a key may anchor a context")
  func keyContext() throws {
    let ns = "<xsl:key name='k' match='c' use='@x'/>"
    #expect(try SmallSchema.locations("key('k', '3')", in: document, ns: ns) == ["/a[1]/b[1]/c[1]"])
  }

  @Test(
    "what is no pattern is refused",
    arguments: [
      ".", "..", "ancestor::a", "count(a)", "a | 1", "a/..", "a/b or c", "$x", "current()", "a[current()]",
      "",
      "a b", "a[", "a/", "|a", "document('x')/a",
    ])
  func notPatterns(_ context: String) {
    let refusal = SmallSchema.refusal(SmallSchema.reporting(context))
    guard refusal?.cause is XPathFault.Kind else {
      Issue.record("\(context) was accepted")
      return
    }
    #expect(refusal?.position != nil)
  }
}
