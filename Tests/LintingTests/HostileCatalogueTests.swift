import Catalogue
import Linting
import TestSupport
import Testing
import XML

@Suite struct HostileCatalogueTests {
  @Test func `a thousand errors give a thousand findings, in the order of their places`() throws {
    let wrong = (1...1000).map { number in
      "<standard id=\"TCVN-\(number)-2024\" kind=\"TCVN\" number=\"TCVN \(number):2024\" year=\"2023\">"
        + "<title lang=\"vi\">A</title><title lang=\"en\">B</title>\(LintFixture.provenance)</standard>"
    }
    let result = try LintFixture.linter().lint([
      LintFixture.file("standards/a.xml", LintFixture.standards(wrong))
    ])
    let found = result.findings.filter { $0.rule == "K012" }
    #expect(found.count == 1000)
    #expect(found.map(\.position.line) == Array(4...1003))
  }

  @Test func `a thousand violations of the schema are all reported`() throws {
    let wrong = (1...1000).map { "<standard id=\"TCVN-\($0)\"/>" }
    let result = try LintFixture.linter().lint([
      LintFixture.file("standards/a.xml", LintFixture.standards(wrong))
    ])
    #expect(Set(result.findings.filter { $0.severity == .error }.map(\.position.line)).count == 1000)
  }

  @Test func `a file that is no XML is one error, and the rest is still looked at`() throws {
    let result = try LintFixture.linter().lint([
      LintFixture.file("a.xml", "no XML at all"),
      LintFixture.file(
        "standards/b.xml",
        LintFixture.standards([
          "<standard id=\"TCVN-2-2024\" kind=\"TCVN\" number=\"TCVN 2:2024\" year=\"2020\">",
          "  <title lang=\"vi\">A</title>", "  <title lang=\"en\">B</title>", "  \(LintFixture.provenance)",
          "</standard>",
        ])),
    ])
    #expect(result.findings.map(\.rule) == ["K001", "K012"])
  }

  @Test(arguments: [
    "<!DOCTYPE catalogue><catalogue/>", "\u{301}<catalogue/>", "e\u{301}", "<catalogue",
    "<catalogue xmlns=\"urn:other\"/>", "\u{0}",
    "<a>" + String(repeating: "<b>", count: 2000),
    "<catalogue xmlns=\"urn:khung:catalogue:1\">&x;</catalogue>",
  ])
  func `hostile files are errors at a place, never a fault of the program`(text: String) throws {
    let result = try LintFixture.linter().lint([LintFixture.file("a.xml", text)])
    #expect(result.count(.error) == 1)
    #expect(result.findings.allSatisfy { $0.position.line >= 1 && $0.position.column >= 1 })
  }

  @Test func `an empty catalogue of the right form has nothing to find`() throws {
    let text = "<catalogue xmlns=\"urn:khung:catalogue:1\"/>"
    #expect(try LintFixture.linter().lint([LintFixture.file("a.xml", text)]).findings.isEmpty)
  }

  /// Standards on one line, each replaced by the one that `next` names.
  private func replaced(_ count: Int, by next: (Int) -> Int) throws -> LintResult {
    let all = (0..<count).map { number in
      "<standard id=\"TCVN-\(number)-2024\" kind=\"TCVN\" number=\"TCVN \(number):2024\" year=\"2024\">"
        + "<title lang=\"vi\">A</title><title lang=\"en\">B</title>"
        + "<replaced-by ref=\"TCVN-\(next(number))-2024\"/>\(LintFixture.provenance)</standard>"
    }
    return try LintFixture.linter().lint([
      LintFixture.file("standards/a.xml", LintFixture.standards([all.joined()]))
    ])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long circle is one error, whose message can be read`() throws {
    let circles = try replaced(2_000) { ($0 + 1) % 2_000 }.findings.filter { $0.rule == "K023" }
    #expect(circles.count == 1)
    #expect(circles[0].position.column > 100 && circles[0].excerpt.before.count <= 60)
    guard case .words(let words) = circles[0].message else { return }
    #expect(words.english?.hasSuffix("TCVN-11-2024 → … (+1988) → TCVN-0-2024") ?? false)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long chain is no circle, and its open end is one dangling reference`() throws {
    let found = try replaced(4_000) { $0 + 1 }.findings
    #expect(!found.contains { $0.rule == "K023" })
    #expect(found.filter { $0.rule == "K020" }.count == 1)
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of dangling references are all reported, the first with what may be meant`() throws {
    let found = try replaced(1_100) { 90_000 + $0 }.findings.filter { $0.rule == "K020" }
    #expect(found.count == 1_100)
  }
}
