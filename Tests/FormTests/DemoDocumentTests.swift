import Compliance
import Foundation
import Manuscript
import Recognition
import Source
import TestSupport
import Testing

/// The invented city's draft in Word that `make demo` reads first (`Examples/documents`).
@Suite struct DemoDocumentTests {
  private static let name = "Examples/documents/binh-lam-draft.docx"

  private static func document() throws -> [UInt8] {
    Array(try Data(contentsOf: Repository.root.appending(path: name)))
  }

  private static func reading(_ bytes: [UInt8], _ name: String) throws -> Reading {
    try Drafts.shared.get().intake.read(bytes, named: name)
  }

  /// What was found, without places: section, element, words composed, details.
  private static func found(_ reading: Reading) -> Set<String> {
    Set(
      reading.inPlan.map { fact in
        ([fact.section, fact.element, fact.words.precomposedStringWithCanonicalMapping]
          + fact.attributes.map { $0.name + "=" + $0.value }
          + fact.parts.map { $0.element + $0.words + $0.attributes.map { $0.name + $0.value }.joined() })
          .joined(separator: " | ")
      })
  }

  @Test func `the Word file is what its readable text gives, byte for byte`() throws {
    let run = try Launch.run(["python3", "Examples/documents/write.py", "--check"])
    #expect(run.status == 0, "\(run.said)")
  }

  @Test
  func
    `it has what real files have: letterhead, typed numbers, merged cells, a note with money, decomposed letters, changes`()
    throws
  {
    let reading = try Self.reading(Self.document(), "binh-lam-draft.docx")
    #expect(reading.fact("city", "name")?.words == "thành phố Bình Lam")
    #expect(reading.fact("identity", "body")?.words == "ỦY BAN NHÂN DÂN THÀNH PHỐ BÌNH LAM")
    let bases = reading.inPlan.filter { $0.element == "legal-basis" }.map(\.words)
    // What a change deletes is no basis, what it adds is one, and decomposed letters hide none.
    #expect(bases.contains { $0.contains("278/2025/NĐ-CP") } && !bases.contains { $0.contains("47/2024") })
    #expect(bases.contains { $0.unicodeScalars.contains("\u{0301}") })
    #expect(reading.manuscript.losses.map(\.kind).contains(.deletedText))
    var notes = 0
    var merged = 0
    reading.manuscript.forEachBlock { block in
      if case .note(_, _, let blocks) = block.kind,
        blocks.contains(where: { $0.text.contains("540 tỷ đồng") })
      {
        notes += 1
      }
      if case .table(let table) = block.kind {
        merged += table.rows.flatMap(\.cells).count { $0.rowSpan > 1 || $0.columnSpan > 1 }
      }
    }
    #expect(notes == 1 && merged > 10)
    #expect(
      reading.manuscript.blocks.contains { $0.headingLevel != nil && $0.label == "VII." && $0.labelBytes > 0 }
    )
  }

  @Test
  func `its report says what a machine may say: gaps in what it found, nothing on what it did not find`()
    throws
  {
    let drafts = try Drafts.shared.get()
    let report = try drafts.report(on: drafts.file(of: Self.document()))
    #expect(report.allNotices.first == .unconfirmedReading)
    let gaps = report.findings.filter { $0.verdict.isGap }.map(\.criterion.id)
    // The law on network security of 2018 was replaced.
    #expect(gaps.contains("C-LEG-05"))
    #expect(
      report.findings.contains { $0.verdict == .met } && report.findings.contains { $0.verdict == .unknown })
  }

  @Test(.enabled(if: Office.isHere, "LibreOffice is not installed"))
  func `as OpenDocument it gives the same facts`() throws {
    let document = try Self.document()
    let other = try Office.saved(document, named: "binh-lam-draft.docx", as: "odt")
    #expect(try Self.found(Self.reading(other, "a.odt")) == Self.found(Self.reading(document, "a.docx")))
  }

  /// The document with its changes accepted: pages and plain text show both sides of a change.
  private static func accepted() throws -> [UInt8] {
    try WordParts.changed(document()) { _, text in
      text.replacing(/<w:del .*?<\/w:del>/, with: "").replacing(/<\/?w:ins[^>]*>/, with: "")
    }
  }

  /// What no table is needed for.
  private static func prose(_ reading: Reading) -> Set<String> {
    let sections: Set = [
      "identity", "city", "legal-bases", "current-state", "principles", "standards-applied",
    ]
    return found(reading).filter { line in
      sections.contains { line.hasPrefix($0 + " |") } || line.contains("| indicator |")
    }
  }

  @Test(
    .enabled(
      if: Office.isHere && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"),
      "LibreOffice or pdftotext is not installed"))
  func `as PDF it gives the same identity, bases, statements, standards and indicators`() throws {
    let document = try Self.accepted()
    let other = try Office.saved(document, named: "binh-lam-draft.docx", as: "pdf")
    #expect(try Self.prose(Self.reading(other, "a.pdf")) == Self.prose(Self.reading(document, "a.docx")))
  }

  @Test(.enabled(if: Office.isHere, "LibreOffice is not installed"))
  func `as plain text too, a blank line between paragraphs`() throws {
    let document = try Self.accepted()
    let lines = String(
      decoding: try Office.saved(document, named: "binh-lam-draft.docx", as: "txt:Text (encoded):UTF8"),
      as: UTF8.self)
    let text = lines.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n\n")
    #expect(
      try Self.prose(Self.reading(Array(text.utf8), "a.txt")) == Self.prose(Self.reading(document, "a.docx")))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not installed"))
  func `nothing is looked up and no file touched but the document and the report, when it is checked`() throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-strace-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let trace = folder.appending(path: "trace").path
    let report = folder.appending(path: "report.html").path
    let run = try Launch.run(
      [
        "strace", "-f", "-qq", "-o", trace, "-e",
        "trace=openat,open,creat,socket,connect,execve,mkdir,unlink,rename", Launch.khung.path,
        "check", "--format", "html", "-o", report, Self.name,
      ], environment: Launch.bareEnvironment)
    #expect(run.status == 1 || run.status == 3, "\(run.complaint)")
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.count > 5)
    #expect(!lines.contains { $0.contains("socket(") || $0.contains("connect(") })
    #expect(lines.count { $0.contains("execve(") } == 1)
    // Libraries and what the system knows of itself apart.
    let system = [
      "/etc/ld.so", "/lib/", "/usr/lib", "/proc/", "/sys/", "/opt/", "/dev/", "/usr/share/zoneinfo",
      "/etc/localtime",
    ]
    let opened = lines.compactMap {
      $0.firstMatch(of: /(?:openat\(AT_FDCWD, |open\(|creat\(|mkdir\()"([^"]+)"/)?.1
    }.map(String.init)
      .filter { path in
        !system.contains { path.hasPrefix($0) } && !path.contains(".build/") && !path.contains(".so")
      }
    let strange = Set(opened).filter {
      $0 != Self.name && !$0.hasPrefix(report) && !$0.hasPrefix(folder.path)
    }
    #expect(strange.isEmpty, "\(strange)")
    #expect(opened.contains(Self.name))
  }
}
