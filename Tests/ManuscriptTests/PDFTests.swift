import Foundation
import Manuscript
import ManuscriptReading
import Source
import TestSupport
import Testing

/// PDF files with a layer of text, read by poppler's program in a process of its own.
@Suite struct PDFTests {
  private static let hasProgram = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

  /// Pages of lines at places, in points from the upper left corner.
  private func pdf(_ pages: [[(x: Int, y: Int, text: String)]]) -> [UInt8] {
    var objects: [String] = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " "))]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for (index, lines) in pages.enumerated() {
      let content = lines.map { "BT /F1 12 Tf \($0.x) \(842 - $0.y) Td (\($0.text)) Tj ET" }.joined(
        separator: "\n")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents \(5 + index * 2) 0 R>>"
      )
      objects.append("<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    file += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private func lines(_ texts: [String], from y: Int = 120) -> [(x: Int, y: Int, text: String)] {
    texts.enumerated().map { (80, y + $0 * 16, $1) }
  }

  private let long = "Day la mot dong dai cua van ban, du dai de cham toi le phai cua trang giay nay roi"

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func `lines become paragraphs, and what stands on every page is its margin`() throws {
    let pages = [
      [(80, 40, "UBND TINH X")] + lines(["I. MUC TIEU", long, "va het cau.", "1. Ha tang so", long + ","]) + [
        (290, 810, "1")
      ],
      [(80, 40, "UBND TINH X")] + lines(["tiep tuc sang trang hai.", "2. Du lieu so"]) + [(290, 810, "2")],
    ]
    let manuscript = try ManuscriptReader().read(pdf(pages), named: "x.pdf")
    #expect(manuscript.format == .pdf)
    #expect(
      manuscript.blocks.map(\.text) == [
        "I. MUC TIEU", long + " va het cau.", "1. Ha tang so", long + ", tiep tuc sang trang hai.",
        "2. Du lieu so",
      ])
    #expect(manuscript.blocks.map(\.place.page) == [1, 1, 1, 1, 2])
    #expect(manuscript.outline == ["# I. MUC TIEU", "## 1. Ha tang so", "## 2. Du lieu so"])
    #expect(manuscript.margins.map(\.text).contains("UBND TINH X"))
  }

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func `columns that go through several rows are a table`() throws {
    let cells = [
      ["TT", "Nhiem vu", "Han"], ["1", "Xay dung trung tam", "2027"], ["2", "Lap ban do", "2028"],
    ]
    let page = cells.enumerated().flatMap { row, texts in
      texts.enumerated().map { (x: [80, 150, 400][$0], y: 120 + row * 20, text: $1) }
    }
    let manuscript = try ManuscriptReader().read(pdf([page]), named: "x.pdf")
    let table = try #require(manuscript.tables.first)
    #expect(table.rows.map { $0.cells.map(\.text) } == cells)
    #expect(table.rows.map(\.isHeader) == [true, false, false])
  }

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func `two columns are read one after the other`() throws {
    let left = (0..<14).map { (x: 60, y: 120 + $0 * 16, text: "cot trai dong so \($0) dai them mot chut") }
    let right = (0..<14).map { (x: 320, y: 120 + $0 * 16, text: "cot phai dong so \($0) dai them mot chut") }
    let text = try ManuscriptReader().read(pdf([left + right]), named: "x.pdf").printed.joined(separator: " ")
    let lastLeft = try #require(text.firstRange(of: "cot trai dong so 13")).lowerBound
    #expect(try lastLeft < #require(text.firstRange(of: "cot phai dong so 0")).lowerBound)
  }

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func `a page without text is a loss, and a file of them a scan`() throws {
    let manuscript = try ManuscriptReader().read(pdf([lines(["co chu"]), []]), named: "x.pdf")
    #expect(manuscript.losses(.pageWithoutText).map(\.place.page) == [2])
    #expect(refusal(pdf([[], []]))?.cause as? ManuscriptFault == .scan(pages: 2))
    #expect(refusal(Array("%PDF-1.4 hong".utf8))?.cause as? ManuscriptFault == .programFailed(kind: .pdf))
  }

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func `a program that hands over too much is ended`() throws {
    var limits = Limits()
    limits.manuscript.output = 1_000
    #expect(throws: Refusal(source: "x", cause: ManuscriptFault.programOverLimit(kind: .pdf))) {
      try ManuscriptReader(limits: limits).read(pdf([lines(Array(repeating: long, count: 30))]), named: "x")
    }
  }
}
