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

  @Test
  func `a successor of the decree that is dated names today the criteria that it leaves without a basis`()
    throws
  {
    let files = try Repository.catalogueFiles { name, text in
      guard name == "instruments/decrees.xml" else { return nil }
      return text.replacing(
        "      <review approved-before",
        with: "      <replaced-by ref=\"ND-1-2026\" on=\"2027-03-01\"/>\n      <review approved-before"
      ).replacing(
        "  </instruments>",
        with: """
              <instrument id="ND-1-2026" kind="decree" number="1/2026/NĐ-CP" year="2026" issued="2026-11-20" effective-from="2027-03-01" binding="binding">
                <replaces ref="ND-269-2025" on="2027-03-01"/>
                <provenance mark="verified" tier="A" read="2026-11-27"/>
              </instrument>
            </instruments>
          """)
    }
    let result = try LintFixture.linter().lint(
      files, stability: LintFixture.stability(), asOf: day("2026-11-27"))
    let found = result.findings.filter { $0.rule == "K034" }
    #expect(found.contains { $0.entry == "C-DOC-05" && $0.severity == .warning })
    #expect(found.count > 20)
    // Those that stand on another mandatory basis too are not named.
    #expect(!found.contains { $0.entry == "C-ARC-10" })
    // No longer to come: the same criteria have lost their basis.
    let later = try LintFixture.linter().lint(
      files, stability: LintFixture.stability(), asOf: day("2027-03-01"))
    #expect(Set(later.findings.filter { $0.rule == "K034" }.map(\.entry)).isSuperset(of: found.map(\.entry)))
  }

  @Test func `what remains is the unknown titles, and the texts that end soon`() throws {
    let result = try LintFixture.linter().lint(
      Repository.catalogueFiles(), stability: LintFixture.stability(), asOf: day("2026-11-23"))
    #expect(Set(result.findings.map(\.rule)) == ["K014", "K037", "K053"])
    #expect(result.findings.filter { $0.rule == "K037" }.map(\.entry) == ["QCVN-01-2021-BXD"])
  }
}
