import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// The rules by which findings become a conclusion (Documentation/verdicts.md).
@Suite struct VerdictRuleTests {
  private func plan(coverage: String, stage: String = "draft", _ sections: String = "") throws -> MasterPlan {
    try Repository.plan(
      text: """
        <master-plan xmlns="urn:khung:master-plan:1" coverage="\(coverage)">
          <identity coverage="\(coverage)" kind="scheme" stage="\(stage)"><title>Đề án</title>
            \(stage == "approved" ? "<date>2026-09-15</date>" : "")<period from="2026" to="2030"/></identity>
          <city coverage="\(coverage)" level="centrally-run-city" urban-class="I"><name>A</name></city>
          \(sections)
        </master-plan>
        """)
  }

  private func report(_ plan: MasterPlan, asOf: String = "2026-11-23") throws -> GapReport {
    try Repository.check().report(on: plan, asOf: AsOf(date: day(asOf), why: .named))
  }

  @Test func `every criterion of the catalogue has exactly one finding`() throws {
    let report = try report(plan(coverage: "complete"))
    #expect(report.findings.map(\.criterion.id) == report.catalogue.criteria.map(\.id))
    #expect(Set(report.findings.map(\.criterion.id)).count == report.findings.count)
  }

  @Test func `an empty plan that was transcribed in full has gaps, one in part has none`() throws {
    let complete = try report(plan(coverage: "complete"))
    #expect(complete.conformity.outcome == .nonConforming)
    let partial = try report(plan(coverage: "partial"))
    #expect(!partial.findings.contains { $0.verdict.isGap })
    #expect(partial.conformity.outcome == .incomplete)
  }

  @Test func `where no mandatory criterion was in force there is nothing to conform to`() throws {
    let report = try report(plan(coverage: "complete"), asOf: "2016-01-01")
    #expect(report.count(of: .met, force: .mandatory) == 0)
    #expect(report.conformity.outcome == .incomplete)
    #expect(report.conformity.why == .nothingMandatoryApplied)
  }

  @Test func `criteria on unverified evidence are never judged, whatever the plan says`() throws {
    let plan = try Repository.plan("binh-lam-complete")
    let report = try report(plan, asOf: "2026-09-15")
    for finding in report.findings where !finding.criterion.isAssessable {
      // Where nothing is in force for this plan nothing is owed, and that is asked first.
      let isOwed = finding.bases.contains { $0.state?.isInForce ?? false }
      #expect(finding.verdict == (isOwed ? .notAssessed : .notApplicable), "\(finding.criterion.id)")
    }
  }

  /// Whether the evidence is verified is asked only where a basis is in force: before it, nothing was owed.
  @Test func `a criterion on unverified evidence does not apply where none of its bases is in force`() throws
  {
    func finding(asOf: String) throws -> Finding {
      try #require(
        report(plan(coverage: "complete"), asOf: asOf).findings.first { $0.criterion.id == "C-KPI-03" })
    }
    let before = try finding(asOf: "2026-01-27")
    #expect(before.verdict == .notApplicable && before.reason == .basisNotInForce)
    #expect(try finding(asOf: "2026-01-28").verdict == .notAssessed)
  }

  @Test func `the complete plan conforms and has no gap of any force`() throws {
    let report = try report(Repository.plan("binh-lam-complete"), asOf: "2026-09-15")
    #expect(report.conformity.outcome == .conforming)
    #expect(!report.findings.contains { $0.verdict.isGap || $0.verdict == .unknown })
  }

  @Test func `the as-of date is the decision's for an approved plan and today's for a draft`() throws {
    let today = day("2026-11-23")
    #expect(
      try AsOf(for: plan(coverage: "partial", stage: "approved"), named: nil, today: today)
        == AsOf(date: day("2026-09-15"), why: .approval))
    #expect(
      try AsOf(for: plan(coverage: "partial"), named: nil, today: today) == AsOf(date: today, why: .today))
    #expect(
      try AsOf(for: plan(coverage: "partial"), named: day("2020-01-01"), today: today).why == .named)
  }

  /// Đà Lạt under the law of its approval year and of today: the law between them is the whole difference.
  @Test func `two as-of dates differ only where the law between them does`() throws {
    let plan = try Repository.plan("da-lat")
    let then = try report(plan, asOf: "2018-08-01")
    let now = try report(plan, asOf: "2026-11-23")
    for (before, after) in zip(then.findings, now.findings) where before.verdict != after.verdict {
      let states = zip(before.bases, after.bases)
      let textsAskedFor = zip(before.parts, after.parts).contains {
        ($0.state == .notAsked) != ($1.state == .notAsked)
      }
      let lawChanged =
        states.contains { $0.state != $1.state } || textsAskedFor
        || before.reason == .nothingAsked
      #expect(lawChanged, "\(before.criterion.id) changed without its law")
    }
    #expect(then.count(of: .notApplicable) > now.count(of: .notApplicable))
  }

  @Test func `a criterion has the force of its bases on the day`() throws {
    let before = try report(plan(coverage: "complete"), asOf: "2020-01-01")
    let participation = try #require(before.findings.first { $0.criterion.id == "C-SEC-03" })
    #expect(participation.force == .mandatory)
    #expect(
      participation.bases.map { $0.state?.isInForce ?? false } == [
        false, true, true, false, false, false, false, false,
      ])
  }

  @Test func `a gap points at the line and column where the words stand or belong`() throws {
    let sections = "<security coverage=\"complete\"><system level=\"3\"><name>LGSP</name></system></security>"
    let report = try report(plan(coverage: "complete", sections))
    let finding = try #require(report.findings.first { $0.criterion.id == "C-SEC-03" })
    #expect(finding.verdict == .partial)
    let place = try #require(finding.evidence.first)
    #expect(place.path == "/master-plan/security/system[1]")
    #expect(place.position == Position(line: 5, column: 33))
    let missing = try #require(report.findings.first { $0.criterion.id == "C-SEC-01" }?.evidence.first)
    #expect(missing.role == .belongsHere && missing.path == "/master-plan/security")
  }

  @Test func `a placeholder left in square brackets is not an answer`() throws {
    let council =
      "<governance coverage=\"complete\"><body role=\"coordination-council\" decision=\"%\">Hội đồng điều phối phát triển đô thị thông minh</body></governance>"
    func verdict(_ decision: String) throws -> Verdict? {
      try report(plan(coverage: "complete", council.replacing("%", with: decision)))
        .findings.first { $0.criterion.id == "C-GOV-01" }?.verdict
    }
    #expect(try verdict("12/QĐ-UBND") == .met)
    #expect(try verdict("[số]/QĐ-UBND") == .partial)
  }

  @Test(arguments: ["-", "…", "chưa có", "TODO", "[…nội dung…]", "n/a", "\u{200B}"])
  func `words that say nothing turn nothing green`(words: String) throws {
    let section =
      "<security coverage=\"complete\"><statement topic=\"state-secrets\">%</statement></security>"
    func verdict(_ words: String) throws -> Verdict? {
      try report(plan(coverage: "complete", section.replacing("%", with: words)))
        .findings.first { $0.criterion.id == "C-SEC-06" }?.verdict
    }
    #expect(try verdict(words) == .gap)
    #expect(try verdict("Thực hiện quy định về bí mật nhà nước.[3]") == .met)
  }

  @Test func `a plan that cites the law of the future on the as-of date does not conform`() throws {
    let report = try report(Repository.plan("binh-lam-complete"), asOf: "2020-01-01")
    #expect(report.conformity.outcome == .incomplete)
  }

  @Test func `an approval still to come is judged as of today`() throws {
    let future = try plan(coverage: "partial", stage: "approved")
    #expect(
      AsOf(for: future, named: nil, today: day("2026-01-01"))
        == AsOf(date: day("2026-01-01"), why: .approvalInFuture))
  }

  @Test func `several texts in one item are all looked at`() throws {
    let bases = """
      <legal-bases coverage="complete"><legal-basis>Nghị quyết 71/NQ-CP ngày 01/4/2025; 47/2024/NĐ-CP; 2568/QĐ-BTTTT</legal-basis></legal-bases>
      """
    let report = try report(plan(coverage: "complete", bases))
    #expect(report.findings.first { $0.criterion.id == "C-LEG-05" }?.verdict == .gap)
  }

  @Test func `a replaced text is reported with its successor and the day`() throws {
    let bases = """
      <legal-bases coverage="complete"><legal-basis>Quyết định 2568/QĐ-BTTTT ngày 29/12/2023</legal-basis>
      <legal-basis role="background">Quyết định 1729/QĐ-BTTTT ngày 9/10/2024</legal-basis></legal-bases>
      <standards-applied coverage="complete"><standard>TCVN 11930:2017</standard></standards-applied>
      """
    let report = try report(plan(coverage: "complete", bases))
    let finding = try #require(report.findings.first { $0.criterion.id == "C-LEG-05" })
    #expect(finding.verdict == .gap)
    guard case .restsOnReplaced(let texts) = finding.parts.first?.reason else {
      Issue.record("not for its replaced texts")
      return
    }
    #expect(texts.map(\.id) == ["QD-2568-2023-BTTTT", "TCVN-11930-2017"])
    #expect(texts.first?.state == .replaced(by: "QD-292-2025-BKHCN", on: day("2025-03-25")))
  }
}
