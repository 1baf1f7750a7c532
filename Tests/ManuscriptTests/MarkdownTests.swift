import Manuscript
import TestSupport
import Testing

/// Markdown as converters and crawlers write it: broken lines, broken marks, tables of HTML.
@Suite struct MarkdownTests {
  @Test func `letters that are bold over two lines are one heading`() throws {
    let manuscript = try read(text: "**V. TỔ CHỨC\nTHỰC HIỆN**\n\n**1. Sở\nCông Thương**\n\nChủ trì.")
    #expect(manuscript.outline == ["# V. TỔ CHỨC\nTHỰC HIỆN", "## 1. Sở\nCông Thương"])
  }

  @Test func `a mark that nothing closes does not swallow what follows`() throws {
    let manuscript = try read(text: "**I. MỤC TIÊU\n\nĐạt 80%.\n\n**II. NHIỆM VỤ**")
    #expect(manuscript.outline == ["# I. MỤC TIÊU", "# II. NHIỆM VỤ"])
  }

  @Test func `underscores are italics, inside a word they are letters, and a row of them is a blank`() throws
  {
    let manuscript = try read(
      text: "# Đề án\n\n_Kênh giao tiếp:_\n\nchỉ số VN_AQI và MY_ID\n\nNgày ____ tháng ____")
    #expect(manuscript.outline == ["# Đề án", "## Kênh giao tiếp:"])
    #expect(manuscript.printed.suffix(2) == ["chỉ số VN_AQI và MY_ID", "Ngày ____ tháng ____"])
  }

  @Test func `a backslash in front of a sign is no letter`() throws {
    let manuscript = try read(text: "# Đề án\n\n\\- Phân tầng\\; liên thông")
    #expect(manuscript.printed.last == "- Phân tầng; liên thông" && manuscript.blocks.last?.label == "-")
  }

  @Test func `words in italics with a colon head the text behind them, and others do not`() throws {
    let manuscript = try read(text: "# Đề án\n\n_Dữ liệu:_ Gồm hai loại.\n\nTheo _Luật_ mới: hai loại.")
    #expect(manuscript.outline == ["# Đề án", "## Dữ liệu"])
  }

  @Test func `an item over items with a plus heads them, and one with a full stop does not`() throws {
    let manuscript = try read(
      text: "**I. MỤC TIÊU**\n\n- Giai đoạn 2026 - 2027\n\n+ Đạt 80%.\n\n- Đạt 90%.\n\n+ Đạt 95%.")
    #expect(manuscript.outline == ["# I. MỤC TIÊU", "## - Giai đoạn 2026 - 2027"])
  }

  @Test func `without empty lines a short numbered line is a heading, unless a name goes on`() throws {
    let lines = [
      "**II. MỤC TIÊU**", "1. Mục tiêu chung",
      "Đến năm 2030 hoàn thành các nền tảng số dùng chung của thành phố và",
      "các xã, phường; dữ liệu được chia sẻ trong thời gian thực.", "2. Thành lập Ban",
      "Chỉ đạo về đô thị thông minh của thành phố do Chủ tịch làm trưởng ban.",
    ]
    let manuscript = try read(text: lines.joined(separator: "\n"))
    #expect(manuscript.outline == ["# II. MỤC TIÊU", "## 1. Mục tiêu chung"])
  }

  // MARK: Tables of HTML

  @Test func `a table of HTML has its merged cells, its head and the lines of its rows`() throws {
    let text = """
      # Đề án
      <table>
      <thead><tr><th rowspan="2">TT</th><th colspan="2">Vốn</th></tr>
      <tr><th>Tỉnh</th><th>Khác</th></tr></thead>
      <tbody>
      <tr><td rowspan=2>1</td><td>hai<br/>dòng</td><td>&amp;&nbsp;</td></tr>
      <tr><td><b>đậm</b><td>cuối
      cùng</tr>
      </table>
      Sau bảng
      """
    let manuscript = try read(text: text)
    let table = try #require(manuscript.tables.first)
    #expect(table.columns == 3 && table.rows.map(\.isHeader) == [true, true, false, false])
    #expect(table.heads == ["TT", "Vốn · Tỉnh", "Vốn · Khác"])
    #expect(table.rows[2].cells.map(\.text) == ["1", "hai\ndòng", "&\u{A0}"])
    #expect(table.rows[3].cells.map(\.column) == [1, 2] && table.rows[3].cells[1].text == "cuối cùng")
    #expect(table.rows[3].cells[0].blocks[0].look == .bold)
    #expect(table.rows[2].cells[0].blocks[0].place.line == 6)
    #expect(manuscript.printed.last == "Sau bảng")
  }

  @Test func `a table that is never closed, or holds too much, harms nothing`() throws {
    #expect(try read(text: "# Đề án\n<table><tr><td>một").tables.isEmpty)
    let wide = "# Đề án\n<table><tr><td colspan=\"999999999\">a</td><td rowspan=\"-5\">b</td></tr></table>\n"
    #expect(try read(text: wide).tables.first?.columns == 1_000)
    let deep =
      "# Đề án\n" + String(repeating: "<table><tr><td>", count: 3_000) + "x"
      + String(repeating: "</td></tr></table>", count: 3_000) + "\nsau"
    #expect(try read(text: deep).printed.last == "sau")
  }

  @Test func `script and style in a table are no words`() throws {
    let text =
      "# Đề án\n<table><tr><td>a<script>alert(1)</script></td><td>b<style>p{}</style></td></tr></table>\n"
    #expect(try read(text: text).tables.first?.rows[0].cells.map(\.text) == ["a", "b"])
  }
}
