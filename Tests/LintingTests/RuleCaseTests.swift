import Catalogue
import Linting
import TestSupport
import Testing
import XML

/// Cases beside the examples of the rules: where a rule must speak, and where it must be silent.
@Suite struct RuleCaseTests {
  private func findings(_ rule: String, edit: (String) -> String) throws -> [LintFinding] {
    let files = try #require(Rules.named(rule)).card.accepts.files().files
    let example = String(decoding: files[1].text.stored, as: UTF8.self)
    let edited = edit(example)
    #expect(edited != example, "the edit changed nothing")
    return try LintFixture.linter().lint([files[0], LintFixture.file(files[1].name, edited)]).findings
  }

  private func rules(_ rule: String, edit: (String) -> String) throws -> [String] {
    try findings(rule, edit: edit).map(\.rule)
  }

  @Test(arguments: [
    "count(p:statement) &gt;= 0", "string-length(normalize-space(.)) &gt;= 0", "count(*) &lt; 0", "true()",
    "not(/p:master-plan/@coverage)", "'a' = 'b'", "@status = 'exsiting'", "'planed' != @status",
    ". = .", "count(p:link)!=count( p:link )",
  ])
  func `a test that comes out the same in every plan is found`(test: String) throws {
    #expect(
      try rules("K062") {
        $0.replacing("p:data/p:spatial-data", with: "p:data/p:statement")
          .replacing("@coordinate-system", with: test)
      }.contains("K062"), "\(test)")
  }

  @Test(arguments: [
    "count(p:link) - count(p:statement) &gt;= 0 or @by", "string-length(@by) * -1 + 5 &gt;= 0",
    "@status = 'existing'", "not(@by)", "count(preceding-sibling::*) &gt;= 1", "@by = 'anything'",
    "@status | @clause = 'mục 3'", "@clause | @status = 'mục 3'", "key('k', @status) = 'mục 3'",
    "@by = @by", "number(@by) = number(@by)", ". &lt;= .", "count(p:link) = count(p:statement)",
  ])
  func `a test that looks at the plan is no constant`(test: String) throws {
    #expect(
      try !rules("K062") {
        $0.replacing("p:data/p:spatial-data", with: "p:data/p:statement")
          .replacing("@coordinate-system", with: test)
      }.contains("K062"), "\(test)")
  }

  @Test(arguments: [
    "https://moc.gov.vn/profile:12", "https://10.gov.vn/a", "https://vi.du/localhost-la-gi",
    "http://example.com.vn/a", "https://bộ.gov.vn/", "HTTPS://VBPL.VN/TW//Pages/x.aspx?ItemID=1",
  ])
  func `an address of a public host is left alone`(address: String) throws {
    #expect(try rules("K053") { $0.replacing("https://vanban.chinhphu.vn/?docid=4", with: address) } == [])
  }

  @Test(arguments: [
    "https://www,moc.gov.vn", "https://moc..gov.vn", "https://moc.gov.vn:99999/", "https://-moc.gov.vn",
    "file:///tmp/x", "https://localhost/x", "http://192.168.1.1/x", "https://www.google.com/search?q=x",
    "https://moc.gov.vn/a...", "unofficial:12", "vanban.chinhphu.vn",
  ])
  func `an address that leads nowhere is found`(address: String) throws {
    #expect(
      try rules("K053") { $0.replacing("https://vanban.chinhphu.vn/?docid=4", with: address) } == ["K053"])
  }

  @Test(arguments: [
    ("kind=\"decree\"", "kind=\"circular\""), ("year=\"2025\"", "year=\"2024\""),
    ("issued=\"2025-02-01\"", "issued=\"2024-02-01\""),
    ("binding=\"binding\"", "issuer=\"Thủ tướng Chính phủ\" binding=\"binding\""),
  ])
  func `a number that its entry contradicts is found`(old: String, new: String) throws {
    #expect(try rules("K012") { $0.replacing(old, with: new) }.contains("K012"))
  }

  @Test(arguments: [("Bộ Thông tin và Truyền thông", false), ("UBND tỉnh Bắc Ninh", true)])
  func `a dispatch names its issuer first and the unit that wrote it last`(issuer: String, isFound: Bool)
    throws
  {
    let found = try rules("K012") {
      $0.replacing("kind=\"decree\"", with: "kind=\"dispatch\" issuer=\"\(issuer)\"")
        .replacing("NĐ-CP\"", with: "BTTTT-KHCN\"")
    }
    #expect(found.contains("K012") == isFound)
  }

  @Test func `an invalid value is reported beside what another rule says of the same element`() throws {
    let found = try findings("K010") {
      $0.replacing(
        "<standard id=\"TCVN-00002-2024\"", with: "<standard colour=\"red\" id=\"TCVN-00001-2024\"")
    }
    #expect(found.map(\.rule) == ["K002", "K010"])
  }

  @Test func `a voluntary standard that is one of several ways is not required`() throws {
    #expect(
      try rules("K041") {
        $0.replacing("force=\"recommended\"", with: "force=\"mandatory\"")
          .replacing(
            "<basis instrument=\"L-01-2025-QH15\"",
            with: "<basis instrument=\"L-01-2025-QH15\" provision=\"L-01-2025-QH15.D5\""
          )
          .replacing(
            "<applies-standards standards=\"TCVN-00001-2024\"/>",
            with:
              "<any>\n          <applies-standards standards=\"TCVN-00001-2024\"/>\n          <states section=\"data\"/>\n        </any>"
          )
      } == [])
  }

  @Test func `a file that cannot be read is one error, not one for each reference into it`() throws {
    var files = try Repository.catalogueFiles()
    let index = try #require(files.firstIndex { $0.name == "instruments/decrees.xml" })
    files[index] = try LintFixture.file("instruments/decrees.xml", "<catalogue")
    let result = try LintFixture.linter().lint(files, stability: LintFixture.stability())
    #expect(result.findings.filter { $0.severity == .error }.map(\.rule) == ["K001"])
  }

  @Test func `an id that stands for another number is found`() throws {
    let list = StabilityList("standard\tTCVN-00002-2024\tTCVN 00003:2024\n")
    let files = try #require(Rules.named("K010")).card.accepts.files().files
    let result = try LintFixture.linter().lint(files, stability: list)
    #expect(result.findings.map(\.rule) == ["K015"])
  }
}
