import Foundation
import Rounds
import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan
@testable import Reporting

/// What a conclusion rests on stands in every format: both verdicts, who decided, on which day and why, what fits
/// nothing, what was refused.
@Suite struct DecidedReportTests {
  private static let answers = """
    <answers xmlns="urn:khung:answers:1">
      <answer criterion="C-SEC-01" place="tỉnh Trà Vinh" plan="2043/QĐ-UBND" verdict="met" date="2026-11-20" role="trưởng nhóm thẩm định"><evidence>Bản in, trang 41</evidence></answer>
      <answer criterion="C-SEC-03" place="tỉnh Trà Vinh" plan="9999/QĐ-UBND" verdict="met" date="2026-11-20" role="chuyên viên"><evidence>Bản in, trang 42</evidence></answer>
    </answers>
    """

  private static func report(named name: String = "tra-vinh.xml") throws -> GapReport {
    let schema = try Schema(
      Repository.source("Schemas/answers.xsd"), root: "answers", namespace: Answers.namespace)
    let decisions = HumanDecisions(
      answers: try Answers(
        SourceText(name: "answers.xml", stored: Array(answers.utf8)), schema: schema,
        catalogue: Repository.catalogue.get(),
        signature: Signature(Repository.source("Sources/BuiltIn/Data/placeholders.tsv")),
        today: day("2026-11-27")), waivers: .none)
    let text = String(decoding: try Repository.source("Examples/tra-vinh.xml").bytes, as: UTF8.self)
    let plan = try Repository.plan(text: text, named: name)
    let report = try Repository.check().report(
      on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named), decisions: decisions)
    var strays = Strays(decisions, profile: nil)
    strays.see(plan)
    return report.adding(strays: strays.list)
  }

  @Test(arguments: ReportFormat.allCases)
  func `a format shows what people decided, what fitted nothing and what was refused`(format: ReportFormat)
    throws
  {
    let report = try Self.report()
    #expect(report.findings.contains { $0.isMetByPerson && $0.criterion.id == "C-SEC-01" })
    // What a format escapes is no other word.
    let text = try Sample.rendered([report], as: format, .english, refusals: ["none.xml: refused words"])
      .replacing("&#8211;", with: "–").replacing("\\", with: "")
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("trưởng nhóm thẩm định"), "who")
    #expect(words.contains("20 November 2026") || words.contains("2026-11-20"), "when")
    #expect(words.contains("Bản in, trang 41"), "why")
    #expect(
      words.contains("the machine found “unknown”") || words.contains("machineVerdict"),
      "the machine's verdict")
    #expect(words.contains("the answer on C-SEC-03 (line 3)"), "what fits no plan")
    #expect(words.contains("refused words"), "what was refused")
  }

  @Test func `what people decided is valid in the formats of others`() throws {
    let report = try Self.report()
    for (format, name) in [(ReportFormat.sarif, "sarif-schema-2.1.0.json")] {
      if let schema = ForeignJudge.schema(name),
        let verdict = try ForeignJudge.json(Sample.rendered([report], as: format), schema: schema)
      {
        #expect(verdict.status == 0, "\(verdict.said)")
      }
    }
    if let schema = ForeignJudge.schema("svrl.xsd"),
      let verdict = try ForeignJudge.xml(Sample.rendered([report], as: .svrl), schema: schema)
    {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
    for (format, schema) in [(ReportFormat.json, "gap-report.schema.json"), (.xml, "gap-report.xsd")] {
      let path = Repository.root.appending(path: "Schemas/\(schema)").path
      let text = try Sample.rendered([report], as: format)
      let verdict =
        try format == .json ? ForeignJudge.json(text, schema: path) : ForeignJudge.xml(text, schema: path)
      if let verdict { #expect(verdict.status == 0, "\(verdict.said)") }
    }
  }

  @Test(arguments: [ReportFormat.oscalResults, .oscalPlanOfAction])
  func `no identifier of an OSCAL document stands twice, also for one plan in two files`(format: ReportFormat)
    throws
  {
    let text = try Sample.rendered([Self.report(), Self.report(named: "again.xml")], as: format)
    var seen: [String: Int] = [:]
    func visit(_ value: Any) {
      if let object = value as? [String: Any] {
        if let uuid = object["uuid"] as? String { seen[uuid, default: 0] += 1 }
        object.values.forEach(visit)
      } else if let list = value as? [Any] {
        list.forEach(visit)
      }
    }
    visit(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    #expect(seen.count > 10 && seen.values.allSatisfy { $0 == 1 })
  }

  @Test func `an earlier report that was put together by hand quiets nothing`() throws {
    let report = try Repository.check().report(
      on: Repository.plan("binh-lam-draft"), asOf: AsOf(date: day("2026-11-23"), why: .named))
    let saved = try Sample.saved(report)
    #expect(saved.isSealed)
    let known = report.beside(saved.baseline(digest: ""))
    #expect(!known.hasNewGaps && known.conformityBesideBaseline.outcome == .conforming)
    let text = try Sample.rendered([report], as: .json)
    for forged in [
      text.replacing("\"verdict\": \"met\"", with: "\"verdict\": \"gap\""),
      text.replacing("\"seal\": \"", with: "\"sealed\": \""),
    ] {
      let earlier = try #require(
        try SavedReport.read(SourceText(name: "saved.json", stored: Array(forged.utf8))).first)
      let beside = report.beside(earlier.baseline(digest: ""))
      #expect(!earlier.isSealed && beside.hasNewGaps)
      #expect(beside.conformityBesideBaseline.outcome == .nonConforming)
      #expect(beside.notices.contains(.baselineByHand))
    }
  }
}
