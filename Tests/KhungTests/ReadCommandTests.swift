import Foundation
import TestSupport
import Testing

/// `khung read` as its users start it.
@Suite struct ReadCommandTests {
  private func file(_ bytes: [UInt8], _ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khung-read-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file
  }

  private func khung(_ arguments: [String]) throws -> Launch.Run {
    try Launch.run([Launch.khung.path] + arguments, environment: Launch.bareEnvironment)
  }

  @Test func `a document is read whatever its name says, as text and as JSON`() throws {
    let document = try file(WordFile(WordFile.paragraph("I. MỤC TIÊU", bold: true)).bytes, "đề án.txt")
    let text = try khung(["read", "--format", "manuscript", document.path])
    #expect(text.status == 0 && text.text.contains("# I. MỤC TIÊU"))
    let json = try khung(["read", "--format", "json", document.path])
    #expect(json.status == 0 && (try? JSONSerialization.jsonObject(with: json.output)) != nil)
  }

  @Test func `a refused document ends with 2, says why, and does not stop the others`() throws {
    let bad = try file(Array("<html></html>".utf8), "a.docx")
    let good = try file(Array("Đề án\n".utf8), "b.docx")
    let run = try khung(["read", "--lang", "vi", "--format", "manuscript", bad.path, good.path])
    #expect(run.status == 2 && run.complaint.contains("trang web") && run.text.contains("Đề án"))
  }

  @Test func `what is read goes into a file whole, and never over the document`() throws {
    let document = try file(Array("Đề án\n".utf8), "b.txt")
    #expect(try khung(["read", document.path, "-o", document.path]).status == 64)
    let output = document.deletingLastPathComponent().appending(path: "ra.txt")
    #expect(try khung(["read", "--format", "manuscript", document.path, "-o", output.path]).status == 0)
    #expect(try String(contentsOf: output, encoding: .utf8).contains("Đề án"))
  }

  @Test func `the same document gives the same bytes`() throws {
    let document = try file(WordFile(WordFile.table([["a", "b"], ["c", "d"]])).bytes, "x.docx")
    let runs = try (0..<2).map { _ in try khung(["read", "--format", "json", document.path]).output }
    #expect(runs[0] == runs[1])
  }
}
