import Catalogue
import Linting
import TestSupport
import Testing
import XML

/// Slips of an editor in the national catalogue that only facts standing against each other can show: nothing was
/// recorded of them.
@Suite struct FactsAgainstEachOtherTests {
  /// The rules that find something in a file of the national catalogue after an edit, and did not before.
  private func news(in file: String, _ from: String, _ to: String) throws -> Set<String> {
    func found(_ files: [Catalogue.File]) throws -> Set<String> {
      let result = try LintFixture.linter().lint(files, asOf: day("2026-11-23"))
      return Set(result.findings.map { "\($0.rule) \($0.entry) \($0.path)" })
    }
    let before = try Repository.catalogueFiles()
    let after = try Repository.catalogueFiles { name, text in
      name == file ? text.replacing(from, with: to, maxReplacements: 1) : nil
    }
    let news = try found(after).subtracting(found(before))
    return Set(news.map { String($0.prefix(4)) })
  }

  @Test(arguments: [
    (
      "frameworks.xml", "id=\"L1-SEN\" kind=\"horizontal\" order=\"6\"",
      "id=\"L1-SEN\" kind=\"horizontal\" order=\"7\"", "K120"
    ),
    ("frameworks.xml", "id=\"L1-SEN\" kind=\"horizontal\"", "id=\"L1-SEN\" kind=\"vertical\"", "K120"),
    ("frameworks.xml", "to=\"L4-DSS V4-IDN V5-POS\"", "to=\"V4-IDN\"", "K121"),
    ("frameworks.xml", "Lớp thu thập dữ liệu", "Lớp mạng kết nối", "K111"),
    (
      "frameworks.xml", "id=\"F-829\" instrument=\"QD-829-2019-BTTTT\"",
      "id=\"F-829\" instrument=\"ND-269-2025\"", "K110"
    ),
    ("indicators.xml", "unit=\"khu đô thị mới\"", "unit=\"%\"", "K163"),
    (
      "indicators.xml", "id=\"IND-950-TRAINED\" unit=\"%\" direction=\"higher",
      "id=\"IND-950-TRAINED\" unit=\"%\" direction=\"lower", "K163"
    ),
    ("programme-950.xml", "unit=\"khu đô thị mới\"", "unit=\"đô thị\"", "K161"),
    ("programme-950.xml", "cores=\"Hà Nội", "cores=\"Hà Nôi", "K112"),
    ("criteria/national-scheme-950.xml", "scheme-target=\"T7\"", "scheme-target=\"T8\"", "K164"),
    ("criteria/scheme-content.xml", "Đ.6 k.2 h<", "Đ.6 k.2 e<", "K026"),
    ("instruments/provincial-decisions.xml", "UBND Nghệ An", "UBND Nghê An", "K112"),
    ("instruments/provincial-decisions.xml", "UBND Hà Giang", "UBND Gia Lai", "K112"),
    ("instruments/decrees.xml", "binding=\"binding\"", "binding=\"guidance\"", "K046"),
    ("standards/security.xml", "effective-from=\"2026-07-01\"", "effective-from=\"2026-08-01\"", "K029"),
    ("standards/transport.xml", "ISO 15784-3:2008", "ISO 15784-1:2008", "K027"),
    ("wordings/topics-security.xml", "giám sát", "giám sáxt", "K078"),
  ])
  func `a slip that facts of the catalogue deny is found`(
    _ file: String, _ from: String, _ to: String, _ rule: String
  ) throws {
    #expect(try news(in: file, from, to).contains(rule), "\(from) → \(to)")
  }

  @Test func `a rule after one that takes all its nodes is idle, and one with nodes of its own is not`()
    throws
  {
    func idle(_ first: String, _ second: String) throws -> Bool {
      let files = try #require(Rules.named("K062")).card.accepts.files().files
      let text = String(decoding: files[1].text.stored, as: UTF8.self)
      let rule = "<rule context=\"p:data/p:spatial-data\">"
      let edited = text.replacing(
        rule,
        with:
          "<rule context=\"\(first)\"><assert test=\"@coordinate-system\">Thiếu.</assert></rule>\n          <rule context=\"\(second)\">"
      )
      #expect(edited != text)
      return try LintFixture.linter().lint([files[0], LintFixture.file(files[1].name, edited)])
        .findings.contains { $0.rule == "K165" }
    }
    #expect(try idle("p:data/p:spatial-data", "p:data/p:spatial-data"))
    #expect(try idle("p:spatial-data", "p:data/p:spatial-data[@coordinate-system]"))
    #expect(try idle("p:*|*", "p:data/p:spatial-data"))
    #expect(try !idle("p:spatial-data[@coordinate-system]", "p:data/p:spatial-data"))
    #expect(try !idle("p:data/p:statement", "p:data/p:spatial-data"))
    #expect(try !idle("p:data/p:spatial-data", "p:spatial-data"))
  }

  @Test func `the missing side of a replacement is repaired in the decree that has reviews, too`() throws {
    let files = try Repository.catalogueFiles { name, text in
      guard name == "instruments/decrees.xml" else { return nil }
      return text.replacing(
        "  </instruments>",
        with: """
              <instrument id="ND-1-2026" kind="decree" number="1/2026/NĐ-CP" year="2026" issued="2026-11-20" effective-from="2027-03-01" binding="binding">
                <replaces ref="ND-269-2025"/>
                <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/1" read="2026-11-20"/>
              </instrument>
            </instruments>
          """)
    }
    let (changed, leftAlone) = try Repair(LintFixture.contracts.get()).repaired(
      files, stability: nil, asOf: day("2026-11-27"), mayChange: { _ in true })
    #expect(leftAlone == [])
    let decrees = try #require(changed.first { $0.file.name == "instruments/decrees.xml" })
    #expect(
      String(decoding: decrees.file.text.stored, as: UTF8.self).contains("<replaced-by ref=\"ND-1-2026\"/>"))
  }
}
