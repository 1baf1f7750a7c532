import Foundation
import Languages
import Manuscript
import Sheets
import Source
import TestSupport
import Testing
import Writing

/// What `khung read` shows of a manuscript.
@Suite struct SheetTests {
  private func manuscript() throws -> Manuscript {
    try read(
      WordFile.paragraph("I. MỤC TIÊU", bold: true)
        + WordFile.paragraph(runs: WordFile.run("Đạt 80%") + WordFile.run("bí mật", "<w:vanish/>"))
        + WordFile.table([["TT", "Việc"], ["1", "Làm"]]))
  }

  @Test func `text shows blocks in their order and what was not read with its place`() throws {
    let text = ManuscriptText(.vietnamese).text(try manuscript())
    #expect(text.contains("# I. MỤC TIÊU\nĐạt 80%\n| TT | Việc |\n| 1 | Làm |\n"))
    #expect(text.contains("mục “I. MỤC TIÊU”, đoạn 1: chữ ẩn, không in ra: “bí mật”"))
    #expect(
      ManuscriptText(.english).text(try manuscript()).contains("hidden text, which is not printed: “bí mật”"))
  }

  @Test func `JSON says all that the manuscript knows, and reads back`() throws {
    let json = ManuscriptJSON.json(try manuscript()).text()
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let blocks = try #require(object["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["kind"] as? String } == ["heading", "paragraph", "table"])
    #expect(blocks[0]["label"] as? String == "I." && blocks[0]["typed"] as? Bool == true)
    let place = try #require(blocks[1]["place"] as? [String: Any])
    #expect(place["headings"] as? [String] == ["I. MỤC TIÊU"] && place["element"] as? String == "/1/1/2")
    #expect((object["losses"] as? [[String: Any]])?.first?["kind"] as? String == "hidden-text")
  }

  @Test func `nothing of a document steers a terminal`() throws {
    let text = ManuscriptText(.vietnamese).text(try read(WordFile.paragraph("a\u{202E}b\u{200B}c")))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }
}
