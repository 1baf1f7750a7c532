import Foundation
import TestSupport
import Testing

let examplePlan = Repository.root.appending(path: "Examples/binh-lam-draft.xml").path

/// What the documentation of the library says is so.
@Suite struct DocumentationTests {
  private let library = Repository.root.appending(path: "Sources/Library")

  @Test func `the ten lines run`() throws {
    let (printed, page) = try tenLines()
    #expect(printed.first?.hasPrefix("non-conforming – ") == true)
    #expect(printed.contains { $0.hasPrefix("  line ") })
    #expect(page.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `the ten lines of the documentation are those that run`() throws {
    let article = library.appending(path: "Documentation.docc/CheckAPlan.md")
    let shown = try #require(
      blocks(ofSwiftIn: String(contentsOf: article, encoding: .utf8)).first { $0.hasPrefix("import") })
    let file = Repository.root.appending(path: "Tests/LibraryTests/TenLines.swift")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("The lines of CheckAPlan.md:") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// End.") })
    let run = lines[(start + 1)..<end].map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }
    #expect(shown == "import KhungLibrary\n\n" + run.joined(separator: "\n") + "\n")
    #expect(run.count <= 10)
  }

  @Test func `every public declaration says what it means`() throws {
    for path in Repository.files(below: "Sources/Library", withExtension: "swift") {
      let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
      var (previous, isPublicList) = ("", false)
      for line in text.split(separator: "\n") {
        let code = line.trimmingCharacters(in: .whitespaces)
        if code.hasPrefix("public enum") || code == "}" { isPublicList = code.hasPrefix("public enum") }
        let isDeclared = code.hasPrefix("public ") || (isPublicList && line.hasPrefix("  case "))
        if isDeclared { #expect(previous.hasPrefix("///"), "\(path): \(code)") }
        previous = code
      }
    }
  }

  @Test func `every public type has its place in the documentation`() throws {
    let front = library.appending(path: "Documentation.docc/KhungLibrary.md")
    let page = try String(contentsOf: front, encoding: .utf8)
    for path in Repository.files(below: "Sources/Library", withExtension: "swift") {
      let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
      for match in text.matches(of: /(?m)^public (?:struct|enum|final class) (\w+)/) {
        #expect(page.contains("- ``\(match.1)``"), "\(match.1) of \(path)")
      }
    }
  }

  /// The contents of the blocks of Swift in a page of Markdown.
  private func blocks(ofSwiftIn page: String) -> [String] {
    page.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }
}
