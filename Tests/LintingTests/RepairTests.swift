import Catalogue
import Foundation
import Linting
import TestSupport
import Testing
import XML

@Suite struct RepairTests {
  private func repaired(_ files: [Catalogue.File]) throws -> (files: [Catalogue.File], leftAlone: [String]) {
    let (changed, leftAlone) = try Repair(LintFixture.contracts.get()).repaired(
      files, stability: nil, asOf: nil, mayChange: { _ in true })
    let byName = Dictionary(uniqueKeysWithValues: changed.map { ($0.file.name, $0.file) })
    return (files.map { byName[$0.name] ?? $0 }, leftAlone)
  }

  private func text(_ file: Catalogue.File) -> String { String(decoding: file.text.stored, as: UTF8.self) }

  static let fixable = Rules.all.map(\.card).filter(\.isFixable).map(\.id)

  @Test(arguments: fixable)
  func `a repair leaves no finding of its rule, and a second one changes nothing`(id: String) throws {
    let files = try #require(Rules.named(id)).card.rejects.files().files
    let once = try repaired(files).files
    #expect(once.map(\.text.stored) != files.map(\.text.stored), "\(id) repaired nothing")
    #expect(try LintFixture.linter().lint(once).findings.isEmpty)
    #expect(try repaired(once).files.map(\.text.stored) == once.map(\.text.stored))
  }

  @Test func `a repair changes nothing but the place at fault`() throws {
    let before = LintFixture.standards([
      "<!-- lamps,  as they are -->",
      "<standard id='TCVN-00002-2024' kind=\"TCVN\"   number=\"TCVN 00002:2024\" year=\"2024\">",
      "  <title lang=\"vi\">Đe\u{300}n   đường</title>",
      "  <title lang=\"en\"><![CDATA[Street  lamps & posts]]></title>",
      "  \(LintFixture.provenance)",
      "</standard>",
    ])
    let file = try LintFixture.file("standards/a.xml", before.replacing("\n", with: "\r\n"))
    let after = try text(repaired([file]).files[0])
    let expected = before.replacing("Đe\u{300}n   đường", with: "Đèn đường")
      .replacing("\n", with: "\r\n").replacing("Street  lamps", with: "Street lamps")
    #expect(Array(after.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a byte-order mark stays`() throws {
    let standard = LintFixture.standards([
      "<standard id=\"TCVN-00002-2024\" kind=\"TCVN\" number=\"TCVN 00002:2024\" year=\"2024\">",
      "  <title lang=\"vi\">Đèn  đường</title>", "  <title lang=\"en\">Lamps</title>",
      "  \(LintFixture.provenance)",
      "</standard>",
    ])
    let after = try text(repaired([LintFixture.file("standards/a.xml", "\u{FEFF}" + standard)]).files[0])
    #expect(after == "\u{FEFF}" + standard.replacing("Đèn  đường", with: "Đèn đường"))
  }

  @Test func `a file that is not valid is left alone, and so it is said`() throws {
    let broken = LintFixture.standards([
      "<standard id=\"TCVN-00002-2024\" kind=\"TCVN\" number=\"TCVN 00002:2024\" year=\"2024\">",
      "  <title lang=\"vi\">Đèn  đường</title>", "  <colour>red</colour>", "</standard>",
    ])
    let (files, leftAlone) = try repaired([LintFixture.file("standards/a.xml", broken)])
    #expect(text(files[0]) == broken)
    #expect(leftAlone == ["standards/a.xml"])
  }

  @Test func `criteria move with the comments and suppressions before them`() throws {
    let example = try #require(Rules.named("K080")).card.rejects
    let files = try example.files().files
    let marked = try LintFixture.file(
      files[1].name,
      text(files[1]).replacing(
        "<criterion id=\"C-EX-01\"", with: "<!-- of C-EX-01 -->\n    <criterion id=\"C-EX-01\""))
    let after = try text(repaired([files[0], marked]).files[1])
    let first = try #require(after.range(of: "<!-- of C-EX-01 -->\n    <criterion id=\"C-EX-01\""))
    let second = try #require(after.range(of: "<criterion id=\"C-EX-02\""))
    #expect(first.lowerBound < second.lowerBound)
  }
}
