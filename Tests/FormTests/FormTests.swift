import Compliance
import Forms
import Foundation
import Intake
import MasterPlan
import Source
import TestSupport
import Testing

/// The form of a plan (`khung new`): what is typed into it is read exactly.
@Suite struct FormTests {
  @Test(arguments: Drafts.examples)
  func `a plan written out as a Word form and read back says the same, with the same verdicts`(name: String)
    throws
  {
    let drafts = try Drafts.shared.get()
    let source = try Repository.source("Examples/\(name).xml")
    let plan = try drafts.plan(source)
    let read = try drafts.file(of: drafts.form.bytes(plan, as: .docx))
    #expect(drafts.said(try drafts.plan(read)) == drafts.said(plan))
    #expect(try drafts.verdicts(read) == drafts.verdicts(source))
  }

  @Test(arguments: ["binh-lam-draft", "bac-giang"])
  func `so does an OpenDocument form`(name: String) throws {
    let drafts = try Drafts.shared.get()
    let source = try Repository.source("Examples/\(name).xml")
    let plan = try drafts.plan(source)
    let read = try drafts.file(of: drafts.form.bytes(plan, as: .odt), named: "de-an.odt")
    #expect(drafts.said(try drafts.plan(read)) == drafts.said(plan))
    #expect(try drafts.verdicts(read) == drafts.verdicts(source))
  }

  @Test(.enabled(if: Office.isHere, "LibreOffice is not installed"), arguments: ["docx", "odt"])
  func `a form saved by LibreOffice is read as exactly, whatever ids and relations it dropped`(format: String)
    throws
  {
    let drafts = try Drafts.shared.get()
    let plan = try drafts.example("binh-lam-draft")
    let form = try drafts.form.bytes(plan, as: format == "docx" ? .docx : .odt)
    let filter = format == "docx" ? "docx:MS Word 2007 XML" : "odt"
    let saved = try Office.saved(form, named: "mau.\(format)", as: filter)
    let read = try drafts.plan(drafts.file(of: saved, named: "mau.\(format)"))
    #expect(drafts.said(read) == drafts.said(plan))
  }

  @Test(.enabled(if: Office.isHere, "LibreOffice is not installed"))
  func `what is typed into a form that LibreOffice saved counts, and not what its store kept`() throws {
    let drafts = try Drafts.shared.get()
    let form = try drafts.form.bytes(drafts.example("binh-lam-draft"), as: .docx)
    let saved = try Office.saved(form, named: "mau.docx", as: "docx:MS Word 2007 XML")
    let typed = try WordParts.changed(saved) { name, text in
      name == "word/document.xml"
        ? text.replacing(">Luật Công nghệ thông tin năm 2006<", with: ">Luật Dữ liệu số 60/2024/QH15<") : text
    }
    let bases = try drafts.plan(drafts.file(of: typed)).items("legal-basis", in: "legal-bases").map(\.text)
    #expect(
      bases.contains("Luật Dữ liệu số 60/2024/QH15") && !bases.contains("Luật Công nghệ thông tin năm 2006"))
  }

  @Test func `where page and store say different things the form is refused with both`() throws {
    let drafts = try Drafts.shared.get()
    let form = try drafts.form.bytes(drafts.example("binh-lam-draft"), as: .docx)
    let changed = try WordParts.changed(form) { name, text in
      name == "word/document.xml"
        ? text.replacing(">Luật Công nghệ thông tin năm 2006<", with: ">Luật Dữ liệu<") : text
    }
    let refusal = #expect(throws: Refusal.self) { _ = try drafts.file(of: changed) }
    let place = try #require((refusal?.cause as? FormFault)?.places.first)
    #expect(place.problem.words == "Luật Dữ liệu" && place.heading.hasSuffix("Căn cứ pháp lý"))
    #expect(place.problem.kind == .differs(stored: "Luật Công nghệ thông tin năm 2006"))
  }

  @Test func `what is typed into a form in Word lies in its store, and is read`() throws {
    let drafts = try Drafts.shared.get()
    let form = try drafts.form.bytes(drafts.example("binh-lam-draft"), as: .docx)
    // Word writes both.
    let typed = try WordParts.changed(form) { _, text in
      text.replacing(">Luật Công nghệ thông tin năm 2006<", with: ">Luật Dữ liệu số 60/2024/QH15<")
    }
    let bases = try drafts.plan(drafts.file(of: typed)).items("legal-basis", in: "legal-bases").map(\.text)
    #expect(bases.contains("Luật Dữ liệu số 60/2024/QH15"))
  }

  @Test func `the same plan gives the same bytes in every zone`() throws {
    let drafts = try Drafts.shared.get()
    let plan = try drafts.example("binh-lam-draft")
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-form-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for zone in ["UTC", "Asia/Ho_Chi_Minh"] {
      let run = try Launch.run(
        [
          Launch.khung.path, "new", "--from", "Examples/binh-lam-draft.xml", "-o",
          folder.path + "/\(zone.count).docx",
        ],
        environment: ["PATH": "/usr/bin:/bin", "TZ": zone])
      #expect(run.status == 0, "\(run.complaint)")
    }
    let files = try ["3.docx", "16.docx"].map { try Data(contentsOf: folder.appending(path: $0)) }
    #expect(files[0] == files[1])
    #expect(try Array(files[0]) == drafts.form.bytes(plan, as: .docx))
  }

  @Test func `an empty form states nothing, and its guidance counts as blank`() throws {
    let drafts = try Drafts.shared.get()
    let topics = Intake.topics(of: drafts.rules.catalogue)
    let refusal = #expect(throws: Refusal.self) {
      _ = try drafts.file(of: drafts.form.bytes(nil, topics: topics, as: .docx))
    }
    // What a plan cannot be without is named; nothing else is complained of.
    let fault = try #require(refusal?.cause as? FormFault)
    #expect(Set(fault.places.map(\.problem.kind)) == [.required])
    #expect(fault.places.map(\.problem.section).allSatisfy { $0 == "identity" || $0 == "city" })
  }

  @Test func `a row that holds a topic and no sentence states nothing`() throws {
    let drafts = try Drafts.shared.get()
    let read = try drafts.plan(drafts.file(of: drafts.filledIn()))
    #expect(read.items("statement", in: "principles").isEmpty)
    #expect(read.items("legal-basis", in: "legal-bases").map(\.text) == ["Luật Dữ liệu số 60/2024/QH15"])
  }

  @Test func `everything in a form that cannot be read is named at once, with heading, row and column`()
    throws
  {
    let drafts = try Drafts.shared.get()
    let form = try drafts.filledIn { text in
      text.replacing("31/12/2030", with: "31/13/2030").replacing(">đề án<", with: ">đề ăn<")
    }
    let refusal = #expect(throws: Refusal.self) { _ = try drafts.file(of: form) }
    let fault = try #require(refusal?.cause as? FormFault)
    #expect(fault.places.contains { $0.problem.words == "31/13/2030" && $0.problem.row == 1 })
    #expect(fault.places.contains { $0.problem.words == "đề ăn" && $0.problem.row == nil })
  }

  @Test func `a sentence written below a heading and outside of its tables is a statement`() throws {
    let drafts = try Drafts.shared.get()
    let form = try drafts.filledIn { text in
      let heading = "1. Quan điểm, nguyên tắc</w:t></w:r></w:p>"
      return text.replacing(
        heading, with: heading + "<w:p><w:r><w:t>Lấy người dân làm trung tâm.</w:t></w:r></w:p>")
    }
    let read = try drafts.plan(drafts.file(of: form))
    #expect(read.items("statement", in: "principles").map(\.text) == ["Lấy người dân làm trung tâm."])
  }

  @Test func `a form is no reading by a machine`() throws {
    let drafts = try Drafts.shared.get()
    #expect(try drafts.plan(drafts.file(of: drafts.filledIn())).isUnconfirmedReading == false)
  }

  @Test func `the plan in the store of a written-out form is valid and says the same`() throws {
    let drafts = try Drafts.shared.get()
    let plan = try drafts.example("binh-lam-complete")
    let store = try #require(
      try WordParts.part("customXml/item1.xml", of: drafts.form.bytes(plan, as: .docx)))
    let read = try drafts.plan(SourceText(name: "item1.xml", stored: store))
    #expect(drafts.said(read) == drafts.said(plan))
  }

  @Test func `heads of columns are told apart in every table, and values of lists by their names`() throws {
    let drafts = try Drafts.shared.get()
    #expect(drafts.form.ambiguities.isEmpty, "\(drafts.form.ambiguities)")
  }
}

extension Drafts {
  /// A form with a few cells filled in, and its text changed before it is packed.
  func filledIn(_ change: (String) -> String = { $0 }) throws -> [UInt8] {
    let xml = """
      <master-plan xmlns="urn:khung:master-plan:1" coverage="partial">
      <identity coverage="complete" kind="scheme" stage="draft"><title>Đề án thử</title></identity>
      <city coverage="complete" level="province"><name>Bình Lam</name></city>
      <legal-bases coverage="complete"><legal-basis>Luật Dữ liệu số 60/2024/QH15</legal-basis></legal-bases>
      <principles coverage="partial"><statement topic="people-centred">x</statement></principles>
      <objectives coverage="complete"><objective by="2030-12-31">Hoàn thành đô thị thông minh</objective></objectives>
      </master-plan>
      """
    let form = try form.bytes(plan(SourceText(name: "thử.xml", stored: Array(xml.utf8))), as: .docx)
    return try WordParts.changed(form) { name, text in
      // As Word leaves a file whose controls are bound to nothing: what is shown is all there is.
      guard name == "word/document.xml" else { return text }
      let unbound = text.replacing(/<w:dataBinding[^>]*\/>/, with: "")
      return change(unbound.replacing(">x</w:t>", with: "></w:t>"))
    }
  }
}
