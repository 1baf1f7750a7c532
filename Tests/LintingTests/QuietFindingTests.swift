import Catalogue
import Linting
import TestSupport
import Testing

/// Findings that somebody decided to keep quiet: suppressions in the file, and baselines beside it.
@Suite struct QuietFindingTests {
  private func standard(_ number: Int, before: String = "", address: String = "nowhere") -> [String] {
    [
      before,
      "<standard id=\"TCVN-0000\(number)-2024\" kind=\"TCVN\" number=\"TCVN 0000\(number):2024\" year=\"2024\">",
      "  <title lang=\"vi\">Đèn \(number)</title>", "  <title lang=\"en\">Lamp \(number)</title>",
      "  <provenance mark=\"verified\" tier=\"A\" source=\"\(address)\" read=\"2026-11-23\"/>", "</standard>",
    ].filter { !$0.isEmpty }
  }

  private func lint(_ lines: [String]) throws -> LintResult {
    try LintFixture.linter().lint([LintFixture.file("standards/a.xml", LintFixture.standards(lines))])
  }

  @Test func `a suppression with a reason covers the element after it, and no other`() throws {
    let instruction = "<?khung-lint allow=\"K053\" reason=\"Bản giấy\"?>"
    let result = try lint(standard(1, before: instruction) + standard(2))
    #expect(result.findings.map(\.rule) == ["K053"])
    #expect(result.findings.map(\.entry) == ["TCVN-00002-2024"])
    #expect(result.suppressed.map(\.entry) == ["TCVN-00001-2024"])
  }

  @Test func `a suppression covers the rules that it names, and no others`() throws {
    let result = try lint(standard(1, before: "<?khung-lint allow=\"K070 K073\" reason=\"Bản giấy\"?>"))
    #expect(result.findings.map(\.rule) == ["K085", "K053"])
  }

  @Test func `a suppression with an empty reason covers nothing, one of an unknown rule says so`() throws {
    let empty = try lint(standard(1, before: "<?khung-lint allow=\"K053\" reason=\" \"?>"))
    #expect(empty.findings.map(\.rule) == ["K084", "K053"])
    #expect(empty.findings.map(\.entry) == ["TCVN-00001-2024", "TCVN-00001-2024"])
    let unknown = try lint(standard(1, before: "<?khung-lint allow=\"k053,K999\" reason=\"Bản giấy\"?>"))
    #expect(unknown.findings.map(\.rule) == ["K085", "K053"])
  }

  @Test func `a baseline keeps known findings quiet wherever their lines moved`() throws {
    let baseline = try LintBaseline(lint(standard(1)))
    let moved = try lint(["<!-- a line -->", "<!-- and another -->"] + standard(1))
    let compared = baseline.compared(with: moved)
    #expect(compared.new.findings.isEmpty)
    #expect(compared.known == 1)
    #expect(compared.removable.isEmpty)
  }

  @Test func `a new finding fails though another of its kind is known`() throws {
    let baseline = try LintBaseline(lint(standard(1)))
    let compared = baseline.compared(with: try lint(standard(1) + standard(2)))
    #expect(compared.new.findings.map(\.entry) == ["TCVN-00002-2024"])
  }

  @Test func `a repaired finding is reported as removable`() throws {
    let baseline = try LintBaseline(lint(standard(1) + standard(2)))
    let compared = baseline.compared(
      with: try lint(standard(1) + standard(2, address: "https://vanban.chinhphu.vn/4")))
    #expect(compared.new.findings.isEmpty)
    #expect(compared.removable.map(\.entry) == ["TCVN-00002-2024"])
  }
}
