import Annotating
import Foundation
import Manuscript
import ManuscriptReading
import Source
import TestSupport
import Testing

/// Remarks in a city's own Word file: each where its reader looks for it, and nothing else of the file touched.
@Suite struct WordAnnotationTests {
  private static let comments = "word/comments.xml"

  @Test func `a dead basis has its remark at its own paragraph, with the text that replaced it`() throws {
    let made = try Annotations.annotate(InventedDraft.file().bytes)
    let remark = try #require(
      made.remarks.list.first { remark in
        remark.kind == .gap && remark.lines.contains { $0.contains("An ninh mạng") }
      })
    #expect(remark.lines.contains { $0.hasPrefix("Căn cứ: ") })
    #expect(remark.lines.contains { $0.hasPrefix("Cần viết: ") })
    let document = try Annotations.text(made.bytes, "word/document.xml")
    let paragraph = try #require(
      document.matches(of: /<w:p>(?:(?!<\/w:p>).)*<\/w:p>/).map { String($0.0) }
        .first { $0.contains("12 tháng 6 năm 2018") })
    #expect(paragraph.contains("<w:commentRangeStart") && paragraph.contains("<w:commentReference"))
  }

  @Test func `what is not seen is a question at the heading where it belongs`() throws {
    let made = try Annotations.annotate(InventedDraft.file().bytes)
    let questions = made.remarks.list.filter { $0.kind == .question }
    #expect(questions.count > 10)
    let headings = Set(made.reading.manuscript.blocks.filter { $0.headingLevel != nil }.map(\.place.block))
    #expect(questions.count { headings.contains($0.place.block) } > 5)
    // A section that the document lacks is asked for behind the part after which it would come.
    #expect(questions.contains { $0.lines.contains { $0.contains("chưa có phần riêng về") } })
  }

  @Test func `criteria that wait for one answer are asked about once`() throws {
    var file = InventedDraft.file()
    file.body = file.body.replacing(" GIAI ĐOẠN 2026 - 2030", with: "").replacing(" ĐẾN NĂM 2030", with: "")
    let made = try Annotations.annotate(file.bytes)
    let asked = made.remarks.list.filter { $0.lines[0].contains("cho thời kỳ nào") }
    #expect(asked.count == 1)
    #expect(asked.first?.lines.last?.contains("C-950-G1") == true)
  }

  @Test func `every part but the main one, relations and types stays byte for byte, and in its place`() throws
  {
    let file = InventedDraft.file().bytes
    let (before, after) = (
      try Annotations.parts(file), try Annotations.parts(Annotations.annotate(file).bytes)
    )
    let changed = Set(before.keys.filter { before[$0] != after[$0] })
    #expect(changed == ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"])
    #expect(
      Set(after.keys).subtracting(before.keys) == [
        "word/comments.xml", "word/commentsExtended.xml", "word/commentsIds.xml",
      ])
    // By insertion alone: without what is ours, the main part is what it was.
    let ours = try Regex(
      #"<w:commentRange(Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>"#)
    #expect(
      try Annotations.text(Annotations.annotate(file).bytes, "word/document.xml").replacing(ours, with: "")
        == String(decoding: before["word/document.xml"] ?? [], as: UTF8.self))
  }

  @Test func `a second reading of the annotated file is the reading of the original`() throws {
    let file = InventedDraft.file().bytes
    let made = try Annotations.annotate(file)
    let again = try Annotations.shared.get().intake.read(made.bytes, named: "thử")
    #expect(again.facts == made.reading.facts)
    #expect(again.manuscript.blocks == made.reading.manuscript.blocks)
    #expect(again.manuscript.losses == made.reading.manuscript.losses)
    #expect(again.manuscript.comments == made.reading.manuscript.comments)
  }

  @Test func `a second run replaces our remarks alone and gives the same bytes`() throws {
    let once = try Annotations.annotate(InventedDraft.file().bytes)
    let twice = try Annotations.annotate(once.bytes)
    #expect(once.bytes == twice.bytes)
    let fewer = try Annotations.annotate(once.bytes, onlyMandatory: true)
    #expect(fewer.remarks.list.count < once.remarks.list.count)
    let text = try Annotations.text(fewer.bytes, Self.comments)
    #expect(text.matches(of: #/<w:comment /#).count == fewer.remarks.list.count)
    let document = try Annotations.text(fewer.bytes, "word/document.xml")
    #expect(document.matches(of: /commentReference/).count == fewer.remarks.list.count)
    #expect(document.matches(of: /commentRangeStart/).count == document.matches(of: /commentRangeEnd/).count)
    for part in ["word/commentsExtended.xml", "word/commentsIds.xml"] {
      #expect(
        try Annotations.text(fewer.bytes, part).matches(of: /paraId=/).count == fewer.remarks.list.count)
    }
  }

  private static func withComments(_ xml: String, extended: String? = nil) -> WordFile {
    InventedDraft.file { file in
      let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      file.relationships = #"<Relationship Id="rK" Type="\#(office)/comments" Target="comments.xml"/>"#
      file.further = [ZipFile.Entry("word/comments.xml", xml)]
      if let extended {
        file.relationships +=
          #"<Relationship Id="rX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>"#
        file.further.append(ZipFile.Entry("word/commentsExtended.xml", extended))
      }
      file.body = file.body.replacing(
        "90%;</w:t></w:r>",
        with: "90%;</w:t></w:r><w:r><w:commentReference w:id=\"7\"/></w:r>")
    }
  }

  private static func comment(_ id: Int, _ author: String, _ text: String, _ paragraph: String) -> String {
    """
    <w:comment w:id="\(id)" w:author="\(author)" w:initials="\(author)"><w:p w14:paraId="\(paragraph)">\
    <w:r><w:t>\(text)</w:t></w:r></w:p></w:comment>
    """
  }

  @Test func `the comments of people stay, and ours take no number of theirs`() throws {
    let theirs = Self.comment(7, "Bà Hoa", "Xem lại tỷ lệ.", "0000AA01")
    let file = Self.withComments("<w:comments \(WordFile.declarations)>\(theirs)</w:comments>")
    let made = try Annotations.annotate(file.bytes)
    let text = try Annotations.text(made.bytes, Self.comments)
    #expect(text.contains(theirs))
    let ids = text.matches(of: /<w:comment [^>]*w:id="(\d+)"/).compactMap { Int($0.1) }
    #expect(ids.count == Set(ids).count && ids.min() == 7)
    let again = try ManuscriptReader().read(made.bytes, named: "thử")
    #expect(again.comments.map(\.author) == ["Bà Hoa"])
    #expect(try Annotations.annotate(made.bytes).bytes == made.bytes)
  }

  @Test func `a remark of ours that somebody answered stays with its answer`() throws {
    let ours = Self.comment(7, "Khung", "C-OLD-01 – thiếu", "0000AA01")
    let answer = Self.comment(8, "Bà Hoa", "Đã bổ sung ở mục II.", "0000AA02")
    let w15 = "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
    let extended =
      "<w15:commentsEx \(w15)><w15:commentEx w15:paraId=\"0000AA01\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"0000AA02\" w15:paraIdParent=\"0000AA01\" w15:done=\"0\"/></w15:commentsEx>"
    let xml = "<w:comments \(WordFile.declarations)>\(ours)\(answer)</w:comments>"
    let kept = try Annotations.text(
      Annotations.annotate(Self.withComments(xml, extended: extended).bytes).bytes, Self.comments)
    #expect(kept.contains("C-OLD-01") && kept.contains("Đã bổ sung ở mục II."))
    // Without the answer it goes.
    let gone = try Annotations.text(
      Annotations.annotate(
        Self.withComments("<w:comments \(WordFile.declarations)>\(ours)</w:comments>").bytes
      ).bytes, Self.comments)
    #expect(!gone.contains("C-OLD-01"))
  }

  @Test func `two remarks of one number from an older edition both go`() throws {
    let ours =
      Self.comment(7, "Khung", "C-OLD-01", "0000AA01") + Self.comment(7, "Khung", "C-OLD-02", "0000AA01")
    let made = try Annotations.annotate(
      Self.withComments("<w:comments \(WordFile.declarations)>\(ours)</w:comments>").bytes)
    #expect(try !Annotations.text(made.bytes, Self.comments).contains("C-OLD"))
    #expect(
      try !Annotations.text(made.bytes, "word/document.xml").contains("90%;</w:t></w:r><w:r><w:comment"))
  }

  @Test(arguments: ["<w:comments DECL/>", "<w:comments DECL></w:comments>", "<x:comments xmlns:x=\"NS\"/>"])
  func `a part of comments is gone on with however it is written`(_ xml: String) throws {
    let file = Self.withComments(
      xml.replacing("DECL", with: WordFile.declarations).replacing("NS", with: WordFile.namespace))
    let made = try Annotations.annotate(file.bytes)
    let again = try Annotations.annotate(made.bytes)
    #expect(again.bytes == made.bytes)
    #expect(try Annotations.text(made.bytes, Self.comments).matches(of: /w?x?:author="Khung"/).count > 10)
  }

  @Test(arguments: ["other prefix", "no prefix", "strict"])
  func `namespaces are taken as the file has them`(_ kind: String) throws {
    let file = InventedDraft.file { file in
      let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
      file.edit = { name, text in
        guard name.hasPrefix("word/"), !name.hasSuffix(".rels") else { return text }
        switch kind {
        case "other prefix":
          return text.replacing("<w:", with: "<ns0:").replacing("</w:", with: "</ns0:")
            .replacing(" w:", with: " ns0:").replacing("xmlns:w=", with: "xmlns:ns0=")
        case "no prefix":
          return text.replacing("<w:", with: "<").replacing("</w:", with: "</")
            .replacing("xmlns:w=", with: "xmlns=\"\(WordFile.namespace)\" xmlns:v0=")
            .replacing(" w:", with: " v0:")
        default: return text.replacing(WordFile.namespace, with: strict)
        }
      }
    }
    let made = try Annotations.annotate(file.bytes)
    let again = try Annotations.shared.get().intake.read(made.bytes, named: "thử")
    #expect(again.facts == made.reading.facts)
    #expect(try Annotations.annotate(made.bytes).bytes == made.bytes)
    #expect(made.remarks.list.count > 10)
  }

  @Test func `markup in a document's words stays words`() throws {
    var file = InventedDraft.file()
    file.body = file.body.replacing("Đà Nẵng, ngày", with: "Đà Nẵng &lt;b&gt;&amp;]]&gt;, ngày")
      .replacing("an ninh mạng", with: "an ninh &lt;mạng&gt; \u{202E}")
    let made = try Annotations.annotate(file.bytes)
    _ = try ManuscriptReader().read(made.bytes, named: "thử")
    #expect(try !Annotations.text(made.bytes, Self.comments).contains("<b>&]]"))
  }

  @Test func `of more remarks than a file takes the most urgent are written and the rest is counted`() throws
  {
    let all = try Annotations.annotate(InventedDraft.file().bytes)
    let few = try Annotations.annotate(InventedDraft.file().bytes, limit: 3)
    #expect(few.remarks.list.count == 3)
    #expect(few.remarks.further == all.remarks.list.count - 3)
    #expect(few.remarks.list.contains { $0.kind == .gap })
  }

  @Test func `a signed and a protected file are annotated, and what that means is said`() throws {
    let file = InventedDraft.file { file in
      file.relationships =
        #"<Relationship Id="rP" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>"#
      file.further = [
        ZipFile.Entry(
          "word/settings.xml",
          "<w:settings \(WordFile.declarations)><w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/></w:settings>"
        ), ZipFile.Entry("_xmlsignatures/sig1.xml", "<Signature/>"),
      ]
    }
    #expect(try Annotations.annotate(file.bytes).notices == [.signatureLost, .protected])
    #expect(try Annotations.annotate(InventedDraft.file().bytes).notices == [])
  }

  @Test func `a main part in another encoding is refused and not written anew`() throws {
    let file = InventedDraft.file()
    var entries = file.entries
    let index = try #require(entries.firstIndex { $0.name == "word/document.xml" })
    let text = String(decoding: entries[index].bytes, as: UTF8.self).replacing("UTF-8", with: "UTF-16")
    entries[index].bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes = ZipFile(entries).bytes
    #expect(throws: Refusal.self) { try Annotations.annotate(bytes) }
  }

  @Test func `foreign judges find the comments at the right paragraphs, and the file whole`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "nguồn.docx")
    let annotated = folder.appending(path: "nhận xét.docx")
    let made = try Annotations.annotate(InventedDraft.file().bytes)
    try Data(InventedDraft.file().bytes).write(to: source)
    try Data(made.bytes).write(to: annotated)
    let script = Repository.root.appending(path: "Tests/AnnotatingTests/judges.py").path
    let run = try Launch.run(["python3", script, annotated.path, source.path])
    guard !run.text.hasPrefix("skipped:") else { return print(run.text) }
    struct Verdict: Decodable {
      struct Comment: Decodable {
        let author: String
        let text: String
        let paragraph: String?
      }
      let new: [String]
      let ran: Bool
      let comments: [Comment]
    }
    let verdict = try JSONDecoder().decode(Verdict.self, from: run.output)
    #expect(verdict.ran)
    #expect(verdict.new == [])
    #expect(verdict.comments.count == made.remarks.list.count)
    var texts: [Int: String] = [:]
    made.reading.manuscript.forEachBlock { texts[$0.place.block] = $0.text }
    for (comment, remark) in zip(verdict.comments, made.remarks.list) {
      #expect(comment.author == "Khung")
      #expect(comment.text == remark.lines.joined(separator: "\n"))
      let wanted = texts[remark.place.block] ?? ""
      #expect(comment.paragraph?.contains(wanted) == true, "\(remark.lines[0]): \(comment.paragraph ?? "–")")
    }
  }
}
