import Foundation
import TestSupport
import Testing

@testable import Compliance
@testable import Reporting

/// A baseline quiets what was open before. It never makes a gap smaller than it is.
@Suite struct BaselineTests {
  private func report(_ edit: (String) -> String = { $0 }) throws -> GapReport {
    try Repository.check().report(
      on: Repository.plan(text: edit(DifferenceTests.draft.get()), named: "plan.xml"),
      asOf: AsOf(date: day("2026-11-23"), why: .named))
  }

  private func known(_ report: GapReport, by earlier: GapReport) throws -> GapReport {
    report.beside(try Sample.saved(earlier).baseline(digest: String(repeating: "0", count: 64)))
  }

  @Test func `known gaps stay gaps and never make a plan conforming`() throws {
    let report = try known(report(), by: report())
    #expect(report.gaps.allSatisfy(report.isKnown) && report.gaps.count == 58)
    #expect(report.conformity.outcome == .nonConforming)
    #expect(report.conformityBesideBaseline.outcome == .conforming, "only new gaps fail the run")
    #expect(!report.hasNewGaps)
  }

  @Test func `a gap that is new or grew is not known`() throws {
    let report = try known(
      report { $0.replacing("<training coverage=\"complete\"", with: "<training coverage=\"complete\"") },
      by: report())
    #expect(!report.hasNewGaps)
    let worse = try known(
      self.report {
        $0.replacing("L2-NET\">Lớp mạng kết nối<", with: "L5-APP\">Lớp ứng dụng thông minh<")
      },
      by: self.report())
    let fresh = worse.gaps.filter { !worse.isKnown($0) }.map(\.criterion.id)
    #expect(fresh.contains("C-ARC-02"), "\(fresh)")
    #expect(!fresh.contains("C-GOV-01"))
  }

  @Test func `what could not be judged stays so beside a baseline`() throws {
    let old = try report()
    let hidden = try known(
      report { $0.replacing("<governance coverage=\"complete\"", with: "<governance coverage=\"partial\"") },
      by: old)
    #expect(hidden.conformityBesideBaseline.outcome == .incomplete)
  }

  @Test func `each format marks what is known`() throws {
    let report = try known(report(), by: report())
    #expect(try Sample.rendered([report], as: .text).contains("KHOẢNG CÁCH ĐÃ BIẾT (58)"))
    #expect(try Sample.rendered([report], as: .html).components(separatedBy: ">đã biết</span>").count > 58)
    #expect(try Sample.rendered([report], as: .markdown).contains("thiếu, đã biết"))
    #expect(try Sample.rendered([report], as: .json).components(separatedBy: "\"known\": true").count == 59)
    #expect(
      try Sample.rendered([report], as: .sarif).components(separatedBy: "\"baselineState\": \"unchanged\"")
        .count
        == 59)
    #expect(try !Sample.rendered([report], as: .junit).contains("<failure"))
    #expect(try Sample.rendered([report], as: .svrl).contains("flag=\"gap known\""))
    #expect(try Sample.rendered([report], as: .csv).contains(",true,"))
    #expect(try Sample.rendered([report], as: .oscalPlanOfAction).contains("\"name\": \"known\""))
    for (format, schema) in [(ReportFormat.json, "gap-report.schema.json"), (.xml, "gap-report.xsd")] {
      let path = Repository.root.appending(path: "Schemas/\(schema)").path
      let text = try Sample.rendered([report], as: format)
      let verdict =
        try format == .json ? ForeignJudge.json(text, schema: path) : ForeignJudge.xml(text, schema: path)
      if let verdict { #expect(verdict.status == 0, "\(verdict.said)") }
    }
    if let schema = ForeignJudge.schema("sarif-schema-2.1.0.json"),
      let verdict = try ForeignJudge.json(Sample.rendered([report], as: .sarif), schema: schema)
    {
      #expect(verdict.status == 0, "\(verdict.said)")
    }
  }
}
