import Foundation
import TestSupport
import Testing

@testable import OfficeReports
@testable import OfficeWriting

/// Sheets, letters and workbooks as users ask for them, held against readers that we did not write.
@Suite struct OfficeTests {
  private struct Book: Decodable {
    struct Sheet: Decodable {
      let rows: [[String]]
      let formulas: Int
      let filter: String
      let frozen: String
    }
    let sheets: [String: Sheet]
  }

  private struct Text: Decodable {
    let status: Int
    let said: String
    let paragraphs: [String]
    let tables: [[[String]]]
  }

  private static func folder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private static let draft = Repository.root.appending(path: "Examples/binh-lam-draft.xml").path

  private static func khung(_ arguments: [String], in folder: URL) throws -> Launch.Run {
    try Launch.run(
      [Launch.khung.path] + arguments, in: folder,
      environment: Launch.bareEnvironment.merging(["TZ": "America/Lima"]) { $1 })
  }

  /// What the foreign readers see; nil where they are not here, which is said.
  private static func read<Seen: Decodable>(_ path: URL, as type: Seen.Type) throws -> Seen? {
    let script = Repository.root.appending(path: "Tests/OfficeTests/judges.py").path
    let run = try Launch.run(["python3", script, path.path])
    guard !run.text.hasPrefix("skipped:") else {
      print(run.text)
      return nil
    }
    return try JSONDecoder().decode(Seen.self, from: run.output)
  }

  @Test func `the sheet has what is mandatory and missing first, then who has to answer`() throws {
    try Self.folder { folder in
      // A section that was copied in part leaves questions beside the gaps.
      let text = try String(contentsOf: URL(filePath: Self.draft), encoding: .utf8)
        .replacing(/<security([^>]*)coverage="complete"/) { "<security\($0.output.1)coverage=\"partial\"" }
      try Data(text.utf8).write(to: folder.appending(path: "du-thao.xml"))
      let run = try Self.khung(
        ["check", "du-thao.xml", "--as-of", "2026-11-27", "--format", "docx", "-o", "tong-hop.docx"],
        in: folder)
      #expect(run.status == 1, "\(run.said)")
      guard let seen = try Self.read(folder.appending(path: "tong-hop.docx"), as: Text.self) else { return }
      #expect(seen.status == 0, "\(seen.said)")
      let first = try #require(seen.paragraphs.firstIndex { $0.hasPrefix("I. ") })
      let second = try #require(seen.paragraphs.firstIndex { $0.hasPrefix("II. ") })
      #expect(first < second)
      let heads = seen.tables.compactMap(\.first)
      #expect(
        heads.contains([
          "TT", "Nội dung thiếu", "Căn cứ", "Nơi trong đề án", "Cơ quan chủ trì", "Thời hạn", "Ghi chú",
        ]))
      #expect(seen.tables.contains { $0.count > 3 && $0[1].joined().contains("C-") })
    }
  }

  @Test func `a workbook has titles in the user's language, filters, frozen heads, and codes beside words`()
    throws
  {
    try Self.folder { folder in
      for language in ["vi", "en"] {
        let name = "\(language).xlsx"
        _ = try Self.khung(
          ["check", Self.draft, "--as-of", "2026-11-27", "--lang", language, "--format", "xlsx", "-o", name],
          in: folder)
        guard let book = try Self.read(folder.appending(path: name), as: Book.self) else { return }
        let criteria = try #require(book.sheets[language == "vi" ? "Tiêu chí" : "Criteria"])
        #expect(criteria.rows[0].contains(language == "vi" ? "Kết quả" : "Verdict"))
        #expect(criteria.rows.count > 100)
        #expect(
          criteria.rows.dropFirst().contains {
            $0[4] == (language == "vi" ? "thiếu" : "gap") && $0[8] == "gap"
          })
        for sheet in book.sheets.values {
          #expect(sheet.filter.hasPrefix("A1:") && !sheet.frozen.isEmpty)
          #expect(sheet.formulas == 0)
        }
      }
    }
  }

  @Test func `a name that looks like a formula is a text`() throws {
    try Self.folder { folder in
      let plan = try String(contentsOf: URL(filePath: Self.draft), encoding: .utf8)
        .replacing(/<name>[^<]*<\/name>/, maxReplacements: 1) { _ in
          "<name>=HYPERLINK(\"http://x\")</name>"
        }
      try Data(plan.utf8).write(to: folder.appending(path: "=HYPERLINK(1).xml"))
      _ = try Self.khung(
        ["check", "./=HYPERLINK(1).xml", "--as-of", "2026-11-27", "--format", "xlsx", "-o", "o.xlsx"],
        in: folder)
      guard let book = try Self.read(folder.appending(path: "o.xlsx"), as: Book.self) else { return }
      #expect(book.sheets.values.allSatisfy { $0.formulas == 0 })
      #expect(
        book.sheets.values.contains { $0.rows.contains { $0.contains { $0.hasPrefix("=HYPERLINK(") } } })
    }
  }

  @Test(arguments: ["docx", "xlsx", "letter", "response"])
  func `the same plan gives the same bytes anywhere`(_ format: String) throws {
    try Self.folder { folder in
      for (name, zone) in [("a", "America/Lima"), ("b", "Asia/Ho_Chi_Minh")] {
        _ = try Launch.run(
          [
            Launch.khung.path, "check", Self.draft, "--as-of", "2026-11-27", "--format", format, "-o", name,
          ], in: folder, environment: Launch.bareEnvironment.merging(["TZ": zone]) { $1 })
        if name == "a" { Thread.sleep(forTimeInterval: 2.1) }
      }
      let first = try Data(contentsOf: folder.appending(path: "a"))
      #expect(try Data(contentsOf: folder.appending(path: "b")) == first)
    }
  }

  @Test func `the ministry's letter asks by article, and the city's table has room for its answer`() throws {
    try Self.folder { folder in
      for format in ["letter", "response"] {
        _ = try Self.khung(
          ["check", Self.draft, "--as-of", "2026-11-27", "--format", format, "-o", "\(format).docx"],
          in: folder)
        guard let seen = try Self.read(folder.appending(path: "\(format).docx"), as: Text.self) else {
          return
        }
        #expect(seen.status == 0, "\(seen.said)")
        #expect(!(seen.paragraphs.joined() + seen.tables.joined().joined().joined()).contains("{{"))
        let table = try #require(seen.tables.first { $0.first?.first == "TT" })
        #expect(table.count > 5)
        #expect(table[1][2].contains("Điều"))
        if format == "response" { #expect(table.dropFirst().allSatisfy { $0[3].isEmpty && $0[4].isEmpty }) }
      }
    }
  }

  @Test func `a file that could not be judged gets a letter that says what to send again`() throws {
    try Self.folder { folder in
      try Data("<x/>".utf8).write(to: folder.appending(path: "hỏng.xml"))
      let run = try Self.khung(["check", "hỏng.xml", "--format", "letter", "-o", "o.docx"], in: folder)
      #expect(run.status == 2)
      guard let seen = try Self.read(folder.appending(path: "o.docx"), as: Text.self) else { return }
      #expect(seen.paragraphs.contains { $0.hasPrefix("– hỏng.xml") })
    }
  }

  @Test func `an office's own template is filled in, however Word cut its places`() throws {
    let cut =
      "<w:p><w:r><w:t>Kính gửi {{dia</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>-phuong}}, về {{ten-de-an}}.</w:t></w:r></w:p>"
    let template = WordFile(
      cut + WordFile.paragraph("{{bang-noi-dung}}") + WordFile.paragraph("{{khac}}") + "<w:sectPr/>")
    try Self.folder { folder in
      try Data(template.bytes).write(to: folder.appending(path: "mẫu.docx"))
      let run = try Self.khung(
        [
          "check", Self.draft, "--as-of", "2026-11-27", "--format", "letter", "--template", "mẫu.docx", "-o",
          "o.docx",
        ], in: folder)
      #expect(run.status == 1, "\(run.said)")
      guard let seen = try Self.read(folder.appending(path: "o.docx"), as: Text.self) else { return }
      #expect(seen.paragraphs[0].hasPrefix("Kính gửi thành phố Bình Lam, về "), "\(seen.paragraphs[0])")
      #expect(seen.paragraphs.contains("{{khac}}"))
      #expect(seen.tables.count == 1)
    }
  }

  @Test func `a template without its places is refused by their names`() throws {
    try Self.folder { folder in
      try Data(WordFile(WordFile.paragraph("Kính gửi {{dia-phuong}}")).bytes)
        .write(to: folder.appending(path: "mẫu.docx"))
      let run = try Self.khung(
        ["check", Self.draft, "--format", "letter", "--template", "mẫu.docx", "-o", "o.docx"], in: folder)
      #expect(run.status == 2)
      #expect(run.complaint.contains("{{bang-noi-dung}}"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "o.docx").path))
    }
  }

  @Test func `an office file wants a place to go to`() throws {
    try Self.folder { folder in
      let run = try Self.khung(["check", Self.draft, "--format", "xlsx"], in: folder)
      #expect(run.status == 64)
    }
  }

  @Test func `a review writes one workbook about the set`() throws {
    try Self.folder { folder in
      try Data("<x/>".utf8).write(to: folder.appending(path: "hỏng.xml"))
      let plans = ["hue", "da-nang", "binh-lam-draft"].map {
        Repository.root.appending(path: "Examples/\($0).xml").path
      }
      let run = try Self.khung(
        ["review"] + plans + ["hỏng.xml", "--as-of", "2026-11-27", "--output", "out"], in: folder)
      #expect(run.status != 64 && run.status != 70, "\(run.said)")
      guard let book = try Self.read(folder.appending(path: "out/review.xlsx"), as: Book.self) else { return }
      #expect(book.sheets["Đề án"]?.rows.count == 4)
      #expect(book.sheets["Đề án và tiêu chí"]?.rows.count == 4)
      #expect(book.sheets["Bị từ chối"]?.rows.count == 2)
      let words = Set((book.sheets["Đề án và tiêu chí"]?.rows.dropFirst() ?? []).flatMap { $0.dropFirst(2) })
      #expect(words.contains("thiếu") && words.contains("chưa rõ"))
    }
  }

  @Test func `LibreOffice opens what is written`() throws {
    guard FileManager.default.fileExists(atPath: "/usr/bin/soffice") else {
      return print("skipped: LibreOffice is not on this machine")
    }
    // Its parts for letters and for sheets are packages of their own.
    let hasSheets = FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libsclo.so")
    if !hasSheets { print("skipped for workbooks: LibreOffice Calc is not on this machine") }
    let formats = hasSheets ? ["docx", "letter", "xlsx"] : ["docx", "letter"]
    try Self.folder { folder in
      for format in formats {
        _ = try Self.khung(
          [
            "check", Self.draft, "--as-of", "2026-11-27", "--format", format, "-o",
            "\(format).\(format == "xlsx" ? format : "docx")",
          ],
          in: folder)
      }
      let run = try Launch.run(
        [
          "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
          "pdf",
        ] + formats.map { "\($0).\($0 == "xlsx" ? $0 : "docx")" }, in: folder)
      for format in formats {
        let pdf = try? Data(contentsOf: folder.appending(path: "\(format).pdf"))
        #expect((pdf?.count ?? 0) > 2_000, "\(format): \(run.said)")
      }
    }
  }
}
