import Linting
import TestSupport
import Testing

@Suite struct NationalCatalogueLintTests {
  @Test
  func
    `the national catalogue has no error, and warnings of addresses only: one cut off, three bare numbers`()
    throws
  {
    let result = try LintFixture.linter().lint(
      Repository.catalogueFiles(), stability: LintFixture.stability(), asOf: day("2026-11-23"))
    let grave = result.findings.filter { $0.severity > .note }
    #expect(
      grave.map { "\($0.rule) \($0.entry)" } == [
        "K053 CV-3098-2019-BTTTT-KHCN", "K053 TCVN-13239-1-2024", "K053 TCVN-13813-1-2023",
        "K053 TCVN-13748-2023",
      ],
      "\(grave.map { "\($0.rule) \($0.source):\($0.position.line) \($0.message)" })")
    #expect(result.entries > 290)
  }

  @Test func `what remains is the unknown titles, and the texts that end soon`() throws {
    let result = try LintFixture.linter().lint(
      Repository.catalogueFiles(), stability: LintFixture.stability(), asOf: day("2026-11-23"))
    #expect(Set(result.findings.map(\.rule)) == ["K014", "K037", "K053"])
    #expect(result.findings.filter { $0.rule == "K037" }.map(\.entry) == ["QCVN-01-2021-BXD"])
  }
}
