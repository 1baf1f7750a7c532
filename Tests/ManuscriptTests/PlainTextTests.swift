import Manuscript
import Source
import TestSupport
import Testing

/// Text and Markdown have lines; paragraphs, headings and tables come out of them.
@Suite struct PlainTextTests {
  @Test func `lines of one paragraph stay together, and a label begins the next`() throws {
    let manuscript = try read(
      text: "I. MỤC TIÊU\nĐến năm 2030 đạt\ntối thiểu 80% số hộ.\na) Hạ tầng\nsố;\nb) Dữ liệu.\n\nĐoạn khác")
    #expect(
      manuscript.printed == [
        "I. MỤC TIÊU", "Đến năm 2030 đạt\ntối thiểu 80% số hộ.", "a) Hạ tầng\nsố;", "b) Dữ liệu.",
        "Đoạn khác",
      ])
    #expect(manuscript.format == .text && manuscript.outline == ["# I. MỤC TIÊU"])
    #expect(manuscript.blocks[2].place.line == 4)
  }

  @Test func `marks of Markdown are looks and no letters`() throws {
    let manuscript = try read(
      text: "# Đề án\n\n**I. MỤC TIÊU**\n\n**13. Sở Xây dựng:** Chủ trì việc này.\n\n*Căn cứ Luật*\n")
    #expect(manuscript.format == .markdown)
    #expect(manuscript.outline == ["# Đề án", "## I. MỤC TIÊU", "### 13. Sở Xây dựng"])
    #expect(manuscript.blocks[3].look == .italic && manuscript.blocks[3].text == "Căn cứ Luật")
  }

  @Test func `a table with bars has rows, cells and lines in cells`() throws {
    let table = try #require(
      read(text: "| TT | Việc |\n|---|---|\n| 1 | một<br>hai |\n\nsau **đậm**").tables.first)
    #expect(table.rows.map { $0.cells.map(\.text) } == [["TT", "Việc"], ["1", "một\nhai"]])
    #expect(table.rows.map(\.isHeader) == [true, false])
  }

  @Test func `a table with one cell a line is rebuilt, empty cells included`() throws {
    let text = "|\nTT\n|\nViệc\n|\nHạn\n|\n|\n1\n|\nLàm\nđường\n|\n|\n|\n2\n|\n|\n2027\n|\nĐoạn sau bảng"
    let manuscript = try read(text: text)
    let table = try #require(manuscript.tables.first)
    #expect(
      table.rows.map { $0.cells.map(\.text) } == [
        ["TT", "Việc", "Hạn"], ["1", "Làm\nđường", ""], ["2", "", "2027"],
      ])
    #expect(manuscript.printed.last == "Đoạn sau bảng")
  }

  @Test func `text in UTF-16 is read, and what is neither is refused`() throws {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + "Đô thị".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    #expect(refusal(bytes) == nil)
    #expect(refusal(Array("Đô thị".utf8) + [0]) != nil)
  }
}
