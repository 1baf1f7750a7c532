import Foundation
import Source
import TestSupport
import Testing

@testable import XML

/// What each broken input is refused for, and where.
@Suite struct RefusalTests {
  private func refusal(_ bytes: [UInt8], validating: Bool = false) -> Refusal? {
    do throws(Refusal) {
      let document = try Document(SourceText(name: "plan.xml", stored: bytes))
      if validating, case .success(let schema) = Repository.planSchema {
        try schema.validator().validate(document)
      }
      return nil
    } catch {
      return error
    }
  }

  private func refusal(_ text: String, validating: Bool = false) -> Refusal? {
    refusal(Array(text.utf8), validating: validating)
  }

  @Test func `an empty file and one of white space are empty`() {
    #expect(refusal("")?.isCaused(by: InputFault.empty) == true)
    #expect(refusal(" \n\t ")?.isCaused(by: InputFault.empty) == true)
  }

  @Test func `plain text is not XML`() {
    #expect(refusal("Đề án phát triển đô thị thông minh")?.isCaused(by: MarkupFault.notXML) == true)
  }

  @Test func `a truncated file is unfinished, at its end`() {
    let refused = refusal("<a>\n  <b>x</b>\n")
    #expect(refused?.isCaused(by: MarkupFault.unfinished(element: "a", line: 1)) == true)
    #expect(refused?.position?.line == 3)
  }

  @Test func `a wrong closing tag is named with the line on which its element was opened`() {
    #expect(
      refusal("<a>\n<b>\n</a>")?.isCaused(by: MarkupFault.mismatchedTag(opened: "b", line: 2, closed: "a"))
        == true)
  }

  @Test func `a DOCTYPE is refused whatever it says, at its place`() {
    let laughs = "<?xml version='1.0'?>\n  <!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a>&z;</a>"
    #expect(refusal(laughs)?.isCaused(by: MarkupFault.documentType) == true)
    #expect(refusal(laughs)?.position == Position(line: 2, column: 3))
    #expect(
      refusal("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")?.isCaused(by: MarkupFault.documentType) == true)
  }

  @Test func `an entity that XML does not define is refused`() {
    #expect(refusal("<a>&nbsp;</a>")?.isCaused(by: MarkupFault.undefinedEntity("nbsp")) == true)
  }

  @Test func `depth, attributes, text and size have limits`() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(refusal(deep)?.isCaused(by: MarkupFault.tooDeep(limit: 100)) == true)
    let wide = "<a " + (0..<100_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"
    #expect(refusal(wide)?.isCaused(by: MarkupFault.tooManyAttributes(limit: 256)) == true)
    let long = "<a>" + String(repeating: "x", count: 5 << 20) + "</a>"
    #expect(refusal(long)?.isCaused(by: MarkupFault.textTooLong(limit: 4 << 20)) == true)
  }

  @Test func `a zero byte is refused at its place`() {
    let refused = refusal(Array("<a>\nx".utf8) + [0] + Array("</a>".utf8))
    #expect(refused?.isCaused(by: MarkupFault.nulByte) == true)
    #expect(refused?.position == Position(line: 2, column: 2))
  }

  @Test func `bytes of TCVN3 that declare UTF-8 are refused at the first of them`() {
    let bytes = Array("<?xml version='1.0' encoding='UTF-8'?>\n<a>§".unicodeScalars.map { UInt8($0.value) })
    let refused = refusal(bytes + [0xAE, 0xB8] + Array("</a>".utf8))
    #expect(refused?.isCaused(by: InputFault.brokenUTF8(byte: 0xA7)) == true)
    #expect(refused?.position == Position(line: 2, column: 4))
  }

  @Test func `two encodings in one file are refused where the second begins`() {
    let refused = refusal(Array("<a>đô thị ".utf8) + [0xF4, 0x20] + Array("</a>".utf8))
    #expect(refused?.position == Position(line: 1, column: 11))
  }

  @Test(arguments: [true, false])
  func `a consistent UTF-16 file is read`(bigEndian: Bool) throws {
    let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>đô thị</a>"
    let bytes = text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    let document = try Document(SourceText(name: "plan.xml", stored: bytes))
    #expect(document.root.text == "đô thị")
  }

  @Test func `UTF-16 that declares UTF-8 contradicts itself`() {
    let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>"
    let bytes = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(
      refusal(bytes)?.isCaused(by: InputFault.encodingContradiction(declared: "UTF-8", actual: "UTF-16"))
        == true)
  }

  @Test func `an encoding that is neither is refused, not guessed`() {
    #expect(
      refusal("<?xml version='1.0' encoding='windows-1258'?><a/>")?.isCaused(
        by: InputFault.unsupportedEncoding(declared: "windows-1258")) == true)
  }

  @Test func `another root or namespace is refused with what was expected`() {
    guard
      case .wrongRoot(let found, _, let expected, _) = refusal("<plan/>", validating: true)?.cause
        as? MarkupFault
    else {
      Issue.record("not refused for its root")
      return
    }
    #expect(found == "plan" && expected == "master-plan")
  }

  private func plan(_ sections: String) -> String {
    """
    <master-plan xmlns="urn:khung:master-plan:1" coverage="complete">
      <identity coverage="complete" kind="scheme" stage="draft"><title>Đề án</title></identity>
      <city coverage="complete" level="province"><name>A</name></city>
      \(sections)
    </master-plan>
    """
  }

  @Test func `a value outside its list is named with the list, once`() {
    let refused = refusal(plan("<principles coverage=\"some\"/>"), validating: true)
    guard let violation = refused?.cause as? SchemaViolation else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(violation.kind == .valueNotInList)
    #expect(violation.element == "principles" && violation.attribute == "coverage")
    #expect(violation.value == "some" && violation.expected == ["complete", "partial"])
    #expect(refused?.position == Position(line: 4, column: 3))
  }

  @Test func `an element that may not stand there is named with what may`() {
    let refused = refusal(
      plan("<phases coverage=\"partial\"><phase><task>x</task></phase></phases>"), validating: true)
    guard let violation = refused?.cause as? SchemaViolation else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(violation.kind == .unexpectedElement)
    #expect(violation.element == "task" && violation.expected == ["name"])
  }

  @Test func `an attribute that is required is named when it is missing`() {
    guard let violation = refusal(plan("<security/>"), validating: true)?.cause as? SchemaViolation else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(violation.kind == .missingAttribute)
    #expect(violation.element == "security" && violation.attribute == "coverage")
  }

  @Test func `one defect that makes many references dangle is one refusal that counts the rest`() {
    let projects = (1...3).map { "<project group=\"g\"><name>P\($0)</name></project>" }.joined()
    let refused = refusal(plan("<projects coverage=\"partial\">\(projects)</projects>"), validating: true)
    guard let violation = refused?.cause as? SchemaViolation else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(violation.kind == .danglingReference && violation.value == "g")
    #expect(refused?.following == 2)
  }

  @Test func `XInclude is refused by its name`() {
    let text = plan("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a.xml\"/>")
    guard let violation = refusal(text, validating: true)?.cause as? SchemaViolation else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(violation.kind == .inclusion)
  }

  @Test func `a folder, a missing file and a pipe that nobody writes to are refused at once`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func cause(_ path: String) -> InputFault? {
      do throws(Refusal) {
        _ = try SourceReader().read(path)
        return nil
      } catch {
        return error.cause as? InputFault
      }
    }
    #expect(cause(folder.path) == .directory)
    #expect(cause(folder.appending(path: "none.xml").path) == .missing)
    #expect(cause("/dev/null") == .notAFile)
    let pipe = folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(cause(pipe) == .silentPipe)
  }
}
