import Source
import Testing

@testable import XML

@Suite struct SourceMapTests {
  @Test func `an element stands where its start tag begins, whatever stands before it`() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- <not-an-element> -->
      <a
        b='<'>
        <![CDATA[ <neither> ]]>
        đô thị <c/><?target <nor-this> ?>
        <d e="x > y"/>
      </a>
      """.replacing("b='<'", with: "b='&lt; >'")
    let source = try SourceText(name: "x.xml", stored: Array(text.utf8))
    let map = SourceMap(source)
    #expect(map.position(ofElement: 0) == Position(line: 3, column: 1))
    #expect(map.position(ofElement: 1) == Position(line: 6, column: 10))
    #expect(map.position(ofElement: 2) == Position(line: 7, column: 3))
    let document = try Document(source)
    for (number, element) in ([document.root] + Array(document.root.children)).enumerated() {
      #expect(document.position(of: element) == map.position(ofElement: number))
    }
  }

  @Test func `lines are given without their breaks`() throws {
    let source = try SourceText(name: "x.xml", stored: Array("<a>\r\n b\r\n</a>".utf8))
    #expect(SourceMap(source).line(2) == " b")
    #expect(SourceMap(source).line(9).isEmpty)
  }
}
