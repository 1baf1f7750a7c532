import Schematron
import Source
import Testing
import XML

@Suite("Locations")
struct LocationTests {
  private static let documents = [
    "<a/>",
    "<?x y?><!--1--><a><!--2--><b/><!--3--><b>t<c/>u</b></a><!--4--><?x z?>",
    "<a xmlns='urn:a' xmlns:p='urn:p'><a/><p:a/><a xmlns=''/><p:a/><a xmlns='urn:b' x='1' p:x='2'/><a xmlns=''/></a>",
    "<a xmlns=\"urn:it's\"><b xmlns='urn:q'/><c xmlns:d=\"urn:d'd\" d:x='1' y='2'/></a>",
    "<đề-án><tiêu_chí số='1'>Hà Nội</tiêu_chí><?t a?><?u b?><?t c?>x<y/>z<![CDATA[&]]></đề-án>",
  ]

  @Test("a location evaluates back to exactly its node, for every node", arguments: documents)
  func roundTrip(_ document: String) throws {
    let everything = "node() | @* | /"
    let locations = try SmallSchema.locations(everything, in: document)
    #expect(Set(locations).count == locations.count)
    #expect(locations.count >= 2)
    for location in locations {
      // The location, used as a context, finds one node whose location it is.
      let context = XMLText.escaped(location, attribute: true)
      #expect(try SmallSchema.locations(context, in: document) == [location])
    }
  }

  @Test("siblings of one name in other namespaces are not counted")
  func namespacedSiblings() throws {
    let document = "<a><b/><b xmlns='urn:b'/><b/><b xmlns='urn:b'/></a>"
    #expect(
      try SmallSchema.locations("*[last()]", in: document).last
        == "/a[1]/*[local-name()='b' and namespace-uri()='urn:b'][2]")
  }

  @Test("a finding on an attribute is located at the attribute, and its position is the element's")
  func attributes() throws {
    let result = try SmallSchema.run(SmallSchema.reporting("@x"), on: "<a>\n  <b/>\n  <b x='1'/></a>")
    #expect(result.findings.map(\.location) == ["/a[1]/b[2]/@x"])
    #expect(result.findings.map(\.position) == [Position(line: 3, column: 3)])
  }

  @Test("5.5 subject moves the location, that of an assertion before that of its rule")
  func subject() throws {
    let schema = """
      <pattern><rule context="a" subject="b"><report test="true()"/><report test="true()" subject="@x"/>
      <report test="true()" subject="none"/></rule></pattern>
      """
    #expect(
      try SmallSchema.run(schema, on: "<a x='1'><b/></a>").findings.map(\.location)
        == ["/a[1]/b[1]", "/a[1]/@x", "/a[1]"])
  }
}
