import Schematron
import Source
import Testing
import XML

@Suite("Schemas within other documents, and workers")
struct EmbeddingTests {
  private static let catalogue = """
    <catalogue xmlns:s="http://purl.oclc.org/dsdl/schematron">
      <criterion id="c1"><s:let name="least" value="2"/><s:pattern id="p"><s:rule context="k:a">
        <s:assert test="@x &gt;= $least">small</s:assert></s:rule></s:pattern></criterion>
      <criterion id="c2"><s:schema><s:pattern><s:rule context="a"><s:assert
        test="oops("/></s:rule></s:pattern></s:schema></criterion>
    </catalogue>
    """

  private func criteria() throws -> [Element] {
    try Document(SmallSchema.source(Self.catalogue, "catalogue.xml")).root.children("criterion")
  }

  @Test("the parts of a schema may stand in another document, with namespaces from there")
  func parts() throws {
    let criterion = try criteria()[0]
    let schema = try SchematronSchema(
      parts: Array(criterion.children), of: criterion, namespaces: [.init(prefix: "k", uri: "urn:k")])
    let validator = try Validator(schema)
    let document = try Document(SmallSchema.source("<a xmlns='urn:k' x='1'/>", "d.xml"))
    #expect(try validator.validate(document).findings.map(\.message.plain) == ["small"])
  }

  @Test("an error in an embedded schema is placed in the document around it")
  func place() throws {
    let criterion = try criteria()[1]
    let refusal = #expect(throws: Refusal.self) {
      try SchematronSchema(criterion.children.first { _ in true }!)
    }
    #expect(refusal?.source == "catalogue.xml")
    #expect(refusal?.position == Position(line: 5, column: 11))
  }

  @Test("workers share one schema, each with a validator of its own")
  func workers() async throws {
    let schema = try SmallSchema.compile(
      "<xsl:key name='k' match='b' use='@n'/><pattern><rule context='b'><assert test=\"count(key('k', @n)) = 1\"/></rule></pattern>"
    )
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          let validator = try Validator(schema)
          var total = 0
          for _ in 0..<20 {
            let text = "<a>" + (0..<50).map { "<b n='\($0 % (40 + worker))'/>" }.joined() + "</a>"
            total += try validator.validate(Document(SmallSchema.source(text, "w.xml"))).findings.count
          }
          return total
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted()
    }
    #expect(counts == (0..<8).map { 20 * 2 * (50 - 40 - $0) }.sorted())
  }
}
