import Foundation
import Languages
import Phrasing
import TestSupport
import Testing
import Writing

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan
@testable import Reporting

@Suite struct GapReportTests {
  private func report(_ name: String, asOf: String) throws -> GapReport {
    try Repository.check().report(
      on: Repository.plan(name), asOf: AsOf(date: day(asOf), why: .named))
  }

  private func phrasing(_ language: Language) throws -> Phrasing {
    try Phrasing(language, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
  }

  private func text(_ report: GapReport, _ language: Language, width: Int = 100) throws -> String {
    try TextReport(phrasing(language), width: width, style: .plain).text(report)
  }

  @Test func `the same plan gives the same bytes`() throws {
    let first = try JSONReport(phrasing(.vietnamese)).text(
      [report("bac-giang", asOf: "2026-11-23")], refusals: [])
    let second = try JSONReport(phrasing(.vietnamese)).text(
      [report("bac-giang", asOf: "2026-11-23")], refusals: [])
    #expect(first == second)
  }

  @Test(arguments: Language.allCases)
  func `every finding has a verdict and a reason in words`(language: Language) throws {
    for plan in ["binh-lam-draft", "bac-giang", "phu-tho"] {
      let phrasing = try phrasing(language)
      for finding in try report(plan, asOf: "2026-11-23").findings {
        #expect(!phrasing.name(of: finding.verdict).isEmpty)
        #expect(phrasing.reason(of: finding).count > 5, "\(finding.criterion.id)")
      }
    }
  }

  @Test func `the report is JSON with stable names`() throws {
    let text = try JSONReport(phrasing(.english)).text(
      [report("binh-lam-draft", asOf: "2026-11-23")], refusals: [])
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(json.keys) == [
        "format", "program", "language", "plan", "catalogue", "profile", "asOf", "stage", "conformity",
        "counts",
        "countsBeforeWaivers", "baseline", "decisionsToLookAt",
        "findings", "notices", "pointTables", "layers", "citations", "rules", "seal",
      ])
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(
      findings.allSatisfy {
        Set($0.keys) == [
          "criterion", "title", "group", "force", "verdict", "machineVerdict", "known", "reason", "bases",
          "parts", "evidence",
          "remedy",
          "answer", "waiver", "provenance",
        ]
      })
    #expect((json["plan"] as? [String: Any])?["sha256"] as? String != nil)
  }

  /// NĐ 269/2025, Đ.6 k.2, counted by hand: nine points, two of them in two parts, two parts with two criteria each.
  @Test func `the points of a scheme stand in the order of the decree`() throws {
    let tables = try report("binh-lam-draft", asOf: "2026-11-23").pointTables
    #expect(tables.map(\.group.id) == ["scheme-content"])
    let points = tables.first?.rows.compactMap(\.provision.point) ?? []
    #expect(points == ["a", "b", "c", "c", "c", "d", "d", "đ", "đ", "e", "g", "h", "i", "i"])
    // The mistake planted for the indicators is a label left out, and the words of one of them show an impact.
    let others = tables.first?.rows.filter { !$0.finding.verdict.isGap }.map(\.finding.criterion.id)
    #expect(others == ["C-KPI-05"], "each other point has its planted mistake")
    let complete = try report("binh-lam-complete", asOf: "2026-09-15").pointTables
    #expect(complete.first?.rows.map(\.finding.verdict) == Array(repeating: .met, count: 14))
    #expect(try report("da-lat", asOf: "2018-07-05").pointTables.isEmpty, "the decree is of 2025")
  }

  @Test func `a report fits its terminal`() throws {
    for width in [72, 80, 120] {
      let lines = try text(report("binh-lam-draft", asOf: "2026-11-23"), .vietnamese, width: width)
        .split(separator: "\n")
      let wide = lines.filter { Wrapping.columns($0) > width && $0.contains(" ") }
      #expect(
        wide.allSatisfy { $0.split(separator: " ").contains { Wrapping.columns($0) > width - 8 } }, "\(wide)")
    }
  }

  @Test func `the draft's report names each of its mistakes`() throws {
    let text = try text(report("binh-lam-draft", asOf: "2026-11-23"), .english)
    let unwrapped = text.replacing(/\n +/, with: " ")
    for words in [
      "replaced by 292/QĐ-BKHCN from 25 March 2025", "✗ missing", "L3-CMP", "L1-SEN", "V5-POS",
      "dependence on a single supplier or technology – the plan states the contrary",
      "40 % stated, at least 100 % needed", "the projects add up to", "C-SBX-01", "C-SEC-03",
      "(baseline) of every <indicator>",
    ] {
      #expect(unwrapped.contains(words), "\(words) is not named")
    }
  }
}
