import Archives
import Foundation
import Languages
import Manuscript
import ManuscriptReading
import Source
import TestSupport
import Testing

/// Whatever a stranger sends is read, refused or named as a loss, in words that say what it is and what to do.
@Suite struct BadInputTests {
  private let fine = WordFile(WordFile.paragraph("AN TOÀN"))

  private func cause(_ bytes: [UInt8]) -> (any RefusalCause)? { refusal(bytes)?.cause }

  @Test func `two parts of one name are refused, whatever their case`() {
    for name in ["word/document.xml", "WORD/Document.xml", "word\\document.xml"] {
      let entries = fine.entries + [ZipFile.Entry(name, "<x/>")]
      #expect(cause(ZipFile(entries).bytes) as? ContainerFault == .twoOfOneName(name))
    }
  }

  @Test func `a part that its own header calls otherwise is refused`() {
    var entries = fine.entries
    let index = entries.firstIndex { $0.name == "word/document.xml" }!
    entries[index].localName = "word/documenu.xml"
    #expect(cause(ZipFile(entries).bytes) as? ContainerFault == .contradiction("word/document.xml"))
  }

  @Test func `a part that the list does not have is refused`() {
    var hidden = ZipFile.Entry("word/document2.xml", "<x/>")
    hidden.isListed = false
    #expect(cause(ZipFile(fine.entries + [hidden]).bytes) is ContainerFault)
    #expect(cause(ZipFile([hidden] + fine.entries).bytes) is ContainerFault)
  }

  @Test func `a list and a part that name different sizes are refused`() {
    var bytes = fine.bytes
    // The size in front of the first part.
    bytes[22] ^= 1
    #expect(cause(bytes) as? ContainerFault == .contradiction("[Content_Types].xml"))
  }

  @Test func `a damaged or cut file is refused`() {
    let bytes = fine.bytes
    #expect(cause(Array(bytes.prefix(bytes.count * 2 / 3))) as? ContainerFault == .damaged)
    var broken = bytes
    let place = broken.firstRange(of: Array("TOÀN".utf8))!.lowerBound
    broken[place] ^= 0xFF
    #expect(cause(broken) as? ContainerFault == .damaged)
  }

  @Test func `passwords are told, in a zip and in Word's own way`() {
    var entries = fine.entries
    entries[2].isEncrypted = true
    #expect(cause(ZipFile(entries).bytes) as? ContainerFault == .encrypted)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(cause(old + name + [UInt8](repeating: 0, count: 4096)) as? ManuscriptFault == .encrypted)
  }

  @Test func `more parts than anybody needs are refused from both sides of the bound`() throws {
    var limits = Limits()
    limits.manuscript.parts = fine.entries.count
    let reader = ManuscriptReader(limits: limits)
    #expect(try reader.read(fine.bytes, named: "x").printed == ["AN TOÀN"])
    let more = ZipFile(fine.entries + [ZipFile.Entry("x.xml", "<x/>")]).bytes
    #expect(throws: Refusal(source: "x", cause: ContainerFault.tooManyParts(limit: limits.manuscript.parts)))
    {
      try reader.read(more, named: "x")
    }
  }

  @Test func `parts that are too large are refused`() throws {
    var limits = Limits()
    limits.manuscript.partBytes = 2_000
    let body = WordFile(WordFile.paragraph(String(repeating: "a", count: 3_000)))
    #expect(throws: Refusal(source: "x", cause: ContainerFault.tooLarge(limit: 2_000))) {
      try ManuscriptReader(limits: limits).read(body.bytes, named: "x")
    }
  }

  @Test func `tables in tables are refused from a depth that nobody builds`() throws {
    func nested(_ count: Int) -> [UInt8] {
      let inside = String(repeating: "<w:tbl><w:tr><w:tc>", count: count) + WordFile.paragraph("sâu")
      return WordFile(inside + String(repeating: "</w:tc></w:tr></w:tbl>", count: count)).bytes
    }
    #expect(try ManuscriptReader().read(nested(60), named: "x").printed == ["sâu"])
    #expect(cause(nested(70)) as? ManuscriptFault == .tooDeep(limit: 200))
    #expect(cause(nested(6_000)) as? ManuscriptFault == .tooDeep(limit: 200))
  }

  @Test func `more paragraphs than anybody writes are refused`() throws {
    var limits = Limits()
    limits.manuscript.blocks = 10
    let body = WordFile(String(repeating: WordFile.paragraph("a"), count: 12))
    #expect(throws: Refusal(source: "x", cause: ManuscriptFault.tooManyBlocks(limit: 10))) {
      try ManuscriptReader(limits: limits).read(body.bytes, named: "x")
    }
  }

  @Test func `a DOCTYPE in any part is refused`() {
    var file = fine
    file.edit = { name, text in
      name == "word/styles.xml"
        ? text.replacing("<w:styles", with: "<!DOCTYPE w:styles SYSTEM \"http://127.0.0.1/x\"><w:styles")
        : text
    }
    #expect(cause(file.bytes) as? ManuscriptFault == .documentType(part: "word/styles.xml"))
    file.edit = { name, text in
      name == "word/document.xml"
        ? text.replacing("<w:document", with: "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document") : text
    }
    #expect(cause(file.bytes) as? ManuscriptFault == .documentType(part: "word/document.xml"))
  }

  @Test func `what is no document says what it is`() {
    #expect(cause(Array("<html><body>AN TOÀN</body></html>".utf8)) as? ManuscriptFault == .webPage)
    #expect(cause([]) as? InputFault == .empty)
    #expect(cause(Array(" \n".utf8)) as? InputFault == .empty)
    #expect(cause([0, 1, 2, 0x41]) as? ManuscriptFault == .unknownFormat)
    #expect(cause(WordFile("").bytes) as? ManuscriptFault == .noWords)
    #expect(
      cause(ZipFile([ZipFile.Entry("xl/workbook.xml", "<x/>")]).bytes) as? ManuscriptFault
        == .otherKind(.spreadsheet))
    #expect(cause(ZipFile([ZipFile.Entry("a.docx", "x")]).bytes) as? ManuscriptFault == .otherKind(.zip))
    #expect(cause(Array("Rar!....".utf8)) as? ManuscriptFault == .otherKind(.rar))
    let sheet = fine.entries.map { entry in
      ZipFile.Entry(
        entry.name,
        String(decoding: entry.bytes, as: UTF8.self).replacing(
          "wordprocessingml.document", with: "spreadsheetml.sheet"))
    }
    #expect(cause(ZipFile(sheet).bytes) as? ManuscriptFault == .otherKind(.spreadsheet))
    #expect(cause(Array("Đề ".utf8) + [0xFF]) as? InputFault == .brokenUTF8(byte: 0xFF))
  }

  @Test func `macros are not run but named, and parts whose names lead out are not opened`() throws {
    var file = fine
    file.relationships = #"<Relationship Id="rV" Type="http://x/vbaProject" Target="vbaProject.bin"/>"#
    file.further = [
      ZipFile.Entry("word/vbaProject.bin", "x"), ZipFile.Entry("../../tmp/khung-slip.txt", "slip"),
    ]
    let manuscript = try ManuscriptReader().read(file.bytes, named: "x")
    #expect(manuscript.losses(.macro).map(\.words) == ["word/vbaProject.bin"])
    #expect(manuscript.losses(.unsafePart).map(\.words) == ["../../tmp/khung-slip.txt"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/khung-slip.txt"))
  }

  @Test func `a part that is no XML is refused with its name, and nothing of libxml2's own words`() {
    var file = fine
    file.edit = { name, text in name == "word/document.xml" ? text.replacing("</w:p>", with: "") : text }
    guard case .brokenPart(let part, _)? = cause(file.bytes) as? ManuscriptFault else {
      return #expect(Bool(false), "\(String(describing: refusal(file.bytes)))")
    }
    #expect(part == "word/document.xml")
  }

  @Test func `every refusal says in both languages what to do`() {
    let faults: [any RefusalCause] = [
      ContainerFault.damaged, ContainerFault.encrypted, ContainerFault.twoOfOneName("x"),
      ContainerFault.contradiction("x"),
      ContainerFault.tooManyParts(limit: 1), ContainerFault.expandsTooMuch(ratio: 2),
      ContainerFault.tooLarge(limit: 1 << 20),
      ManuscriptFault.noDocument, ManuscriptFault.otherKind(.spreadsheet),
      ManuscriptFault.partTooLarge(part: "x"),
      ManuscriptFault.tooDeep(limit: 1), ManuscriptFault.documentType(part: "x"),
      ManuscriptFault.tooManyBlocks(limit: 1),
      ManuscriptFault.encrypted, ManuscriptFault.webPage, ManuscriptFault.noWords,
      ManuscriptFault.scan(pages: 2),
      ManuscriptFault.unknownFormat, ManuscriptFault.missingProgram(kind: .pdf, package: "poppler-utils"),
      ManuscriptFault.programOverLimit(kind: .pdf), ManuscriptFault.programFailed(kind: .pdf),
    ]
    for fault in faults {
      #expect(Language.vietnamese(fault.phrase).contains("hãy"), "\(fault)")
      #expect(
        Language.english(fault.phrase).contains(
          /open|send|split|copy|name a|name the|check|remove|flatten|install/), "\(fault)")
    }
  }
}
