import Annotating
import Foundation
import ManuscriptReading
import Source
import TestSupport
import Testing

/// The same remarks in an OpenDocument text, as a package and as one file.
@Suite struct OpenDocumentAnnotationTests {
  private static let names = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    """

  private static func body(_ further: String = "") -> String {
    func line(_ text: String) -> String { "<text:p>\(text)</text:p>" }
    func row(_ cells: [String]) -> String {
      "<table:table-row>"
        + cells.map { "<table:table-cell>\(line($0))</table:table-cell>" }.joined() + "</table:table-row>"
    }
    return "<office:body><office:text><table:table>"
      + row(["ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
      + row(["Số:      /KH-UBND", "Đà Nẵng, ngày      tháng      năm 2026"]) + "</table:table>"
      + line("KẾ HOẠCH") + line("PHÁT TRIỂN ĐÔ THỊ THÔNG MINH GIAI ĐOẠN 2026 - 2030")
      + line(InventedDraft.deadBasis)
      + "<text:h text:outline-level=\"1\">I. MỤC TIÊU ĐẾN NĂM 2030</text:h>"
      + "<text:p>Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 90%;<draw:frame><draw:text-box><text:p>Chữ trong hộp.</text:p></draw:text-box></draw:frame></text:p>"
      + further + "<text:h text:outline-level=\"1\">II. TỔ CHỨC THỰC HIỆN</text:h>"
      + line("Sở Khoa học và Công nghệ chủ trì.") + "</office:text></office:body>"
  }

  private static func package(_ further: String = "") -> [UInt8] {
    ZipFile([
      .init("mimetype", "application/vnd.oasis.opendocument.text"),
      .init(
        "content.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \(names) office:version=\"1.3\">\(body(further))</office:document-content>"
      ),
      .init(
        "META-INF/manifest.xml",
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
    ]).bytes
  }

  private static func flat() -> [UInt8] {
    Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \(names) office:mimetype=\"application/vnd.oasis.opendocument.text\">\(body())</office:document>"
        .utf8)
  }

  @Test(arguments: [true, false])
  func `remarks hang at their paragraphs, and nothing else changes`(_ isFlat: Bool) throws {
    let file = isFlat ? Self.flat() : Self.package()
    let made = try Annotations.annotate(file)
    #expect(made.remarks.list.count > 10)
    let text =
      isFlat ? String(decoding: made.bytes, as: UTF8.self) : try Annotations.text(made.bytes, "content.xml")
    #expect(text.matches(of: #/<office:annotation /#).count == made.remarks.list.count)
    let dead = try #require(text.firstRange(of: "Căn cứ Luật An ninh mạng ngày"))
    #expect(text[..<dead.lowerBound].hasSuffix("</office:annotation>"))
    let again = try Annotations.shared.get().intake.read(made.bytes, named: "thử")
    #expect(again.facts == made.reading.facts)
    #expect(again.manuscript.blocks == made.reading.manuscript.blocks)
    #expect(again.manuscript.comments.isEmpty)
    #expect(try Annotations.annotate(made.bytes).bytes == made.bytes)
    if !isFlat {
      let (before, after) = (try Annotations.parts(file), try Annotations.parts(made.bytes))
      #expect(before.keys.filter { before[$0] != after[$0] } == ["content.xml"])
      #expect(before.count == after.count)
    }
  }

  @Test func `the annotations of people stay, and ours that they answered`() throws {
    let theirs = """
      <office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/" office:name="n1"><dc:creator>Bà Hoa</dc:creator>\
      <text:p>Xem lại.</text:p></office:annotation>
      """
    let answered = """
      <office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/" office:name="khung-1"><dc:creator>Khung\
      </dc:creator><text:p>C-OLD-01</text:p></office:annotation><office:annotation \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" \
      loext:parent-name="khung-1" office:name="n2"><dc:creator>Bà Hoa</dc:creator><text:p>Đã sửa.</text:p></office:annotation>
      """
    let made = try Annotations.annotate(
      Self.package("<text:p>\(theirs)Đoạn.</text:p><text:p>\(answered)Đoạn.</text:p>"))
    let text = try Annotations.text(made.bytes, "content.xml")
    #expect(text.contains(theirs) && text.contains("C-OLD-01") && text.contains("Đã sửa."))
    #expect(try Annotations.annotate(made.bytes).bytes == made.bytes)
  }
}
