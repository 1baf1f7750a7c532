import Manuscript
import ManuscriptReading
import Source
import TestSupport
import Testing

/// OpenDocument texts, as packages and as one file, say the same as a Word file that says the same.
@Suite struct OpenDocumentTests {
  private static let declarations = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    """
  private let styles = """
    <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>\
    <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>\
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>\
    <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/>\
    </text:list-style>
    """

  private func flat(_ body: String) throws -> Manuscript {
    let text =
      #"<?xml version="1.0" encoding="UTF-8"?><office:document \#(Self.declarations) office:mimetype="application/vnd.oasis.opendocument.text">"#
      + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document>"
    return try ManuscriptReader().read(Array(text.utf8), named: "thử.fodt")
  }

  private func package(_ body: String, _ more: [ZipFile.Entry] = []) -> [UInt8] {
    let content =
      "<office:document-content \(Self.declarations)><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
    return ZipFile(
      [
        ZipFile.Entry("mimetype", "application/vnd.oasis.opendocument.text"),
        ZipFile.Entry("content.xml", content),
      ] + more
    ).bytes
  }

  @Test func `headings, blanks, tabs and bold letters are read, as package and as one file`() throws {
    let body = """
      <text:h text:outline-level="2">Mục  tiêu</text:h><text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>\
      <text:p><text:span text:style-name="B">1. Hạ tầng</text:span></text:p>
      """
    let package = try ManuscriptReader().read(package(body), named: "x.odt")
    for manuscript in [try flat(body), package] {
      #expect(manuscript.printed == ["Mục tiêu", "a  b\tc\nd", "1. Hạ tầng"])
      #expect(manuscript.outline == ["## Mục tiêu", "### 1. Hạ tầng"])
    }
    #expect(package.format == .openDocument && package.blocks[0].place.part == "content.xml")
  }

  @Test func `lists are numbered as printed, and go on where they say so`() throws {
    func item(_ text: String, _ inner: String = "") -> String {
      "<text:list-item><text:p>\(text)</text:p>\(inner)</text:list-item>"
    }
    let body =
      #"<text:list text:style-name="L">"# + item("a", "<text:list>\(item("b"))\(item("c"))</text:list>")
      + item("d")
      + #"</text:list><text:p>giữa</text:p><text:list text:style-name="L" text:continue-numbering="true">"#
      + item("e")
      + #"</text:list><text:list text:style-name="L">"# + item("f") + "</text:list>"
    #expect(try flat(body).blocks.map(\.label) == ["I.", "I.1)", "I.2)", "II.", nil, "III.", "I."])
  }

  @Test func `notes, boxes, comments, hidden and deleted text have their places`() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ đi</text:p></text:deletion></text:changed-region>\
      </text:tracked-changes><text:p>Kinh phí<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>\
      <text:note-body><text:p>5 tỷ đồng</text:p></text:note-body></text:note>\
      <office:annotation><dc:creator>Ai đó</dc:creator><text:p>xem lại</text:p></office:annotation>\
      <text:span text:style-name="H">ẩn</text:span><draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame>\
      <draw:frame draw:name="sơ đồ"><draw:image xlink:href="http://127.0.0.1/a.png"/></draw:frame></text:p>
      """
    let manuscript = try flat(body)
    #expect(manuscript.printed == ["Kinh phí", "5 tỷ đồng", "hộp"])
    #expect(manuscript.comments.map(\.text) == ["xem lại"] && manuscript.comments.first?.author == "Ai đó")
    #expect(manuscript.losses(.hiddenText).map(\.words) == ["ẩn"])
    #expect(manuscript.losses(.deletedText).map(\.words) == ["bỏ đi"])
    #expect(manuscript.losses(.linkedPicture).map(\.words) == ["http://127.0.0.1/a.png"])
  }

  @Test func `merged cells say what they cover`() throws {
    let body = """
      <table:table><table:table-column table:number-columns-repeated="2"/><table:table-header-rows><table:table-row>\
      <table:table-cell table:number-columns-spanned="2"><text:p>A</text:p></table:table-cell><table:covered-table-cell/>\
      </table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell>\
      <table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>
      """
    let table = try #require(flat(body).tables.first)
    #expect(table.columns == 2 && table.rows[0].isHeader && table.cell(row: 0, column: 1)?.text == "A")
    #expect(table.rows[1].cells.map(\.text) == ["b", "c"])
  }

  @Test func `a package with a password and one without a text are refused`() {
    let manifest = ZipFile.Entry("META-INF/manifest.xml", "<m><encryption-data/></m>")
    #expect(refusal(package("<text:p>a</text:p>", [manifest]))?.cause as? ManuscriptFault == .encrypted)
    #expect(refusal(package(""))?.cause as? ManuscriptFault == .noWords)
  }
}
