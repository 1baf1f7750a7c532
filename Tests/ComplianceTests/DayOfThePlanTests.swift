import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// What the day of an approved plan does to its report (Documentation/verdicts.md, rule 1).
@Suite struct DayOfThePlanTests {
  private static let today = day("2026-11-27")

  /// The complete plan, approved on another day, or on a day that it does not say.
  private func plan(_ date: String?, _ edit: (String) -> String = { $0 }) throws -> MasterPlan {
    let text = String(decoding: try Repository.source("Examples/binh-lam-complete.xml").bytes, as: UTF8.self)
    let dated = text.replacing("<date>2026-09-15</date>", with: date.map { "<date>\($0)</date>" } ?? "")
    return try Repository.plan(text: edit(dated))
  }

  private func report(_ plan: MasterPlan, named: CalendarDate? = nil) throws -> GapReport {
    try Repository.check().report(on: plan, asOf: AsOf(for: plan, named: named, today: Self.today))
  }

  private func finding(_ id: String, _ report: GapReport) throws -> Finding {
    try #require(report.findings.first { $0.criterion.id == id })
  }

  // MARK: Approved on a day that nobody said

  @Test
  func `an approved plan without a day is asked for it once, and is not conforming by the law of today`()
    throws
  {
    let report = try report(plan(nil))
    #expect(report.noticesOfDay.count == 1)
    guard case .approvalDayWanted(let findings)? = report.noticesOfDay.first else {
      Issue.record("\(report.noticesOfDay)")
      return
    }
    #expect(report.conformity.outcome == .incomplete)
    let undecided = report.findings.filter {
      if case .approvalDayUnknown = $0.reason { true } else { false }
    }
    #expect(undecided.map(\.criterion.id) == findings.map(\.criterion.id))
    #expect(undecided.allSatisfy { $0.verdict == .unknown })
  }

  @Test func `a criterion that a decree brought is unknown, one that no day decides is judged`() throws {
    let report = try report(plan(nil))
    let brought = try finding("C-DOC-05", report)
    #expect(brought.verdict == .unknown && brought.force == .mandatory)
    #expect(
      brought.reason
        == .approvalDayUnknown([
          .init(since: nil, verdict: .notApplicable, force: .mandatory),
          .init(since: day("2025-10-14"), verdict: .met, force: .mandatory),
        ]))
    #expect(try finding("C-950-G1", report).verdict == .met)
    #expect(try finding("C-DRF-01", report).verdict == .met)
  }

  @Test func `a plan with a day, a draft and a day that the caller names are asked for nothing`() throws {
    #expect(try report(plan("2026-09-15")).noticesOfDay.isEmpty)
    #expect(try report(plan(nil), named: Self.today).noticesOfDay.isEmpty)
    let draft = try plan(nil) { $0.replacing("stage=\"approved\"", with: "stage=\"draft\"") }
    #expect(try report(draft).noticesOfDay.isEmpty)
  }

  /// Whatever the day was, the report must not have been wrong.
  @Test(arguments: ["2021-03-01", "2024-12-30", "2025-10-13", "2025-10-14", "2026-07-01", "2026-11-27"])
  func `what is judged without a day is judged the same on each day that it can have been`(date: String)
    throws
  {
    let (undated, dated) = try (report(plan(nil)), report(plan(date)))
    for (finding, known) in zip(undated.findings, dated.findings) {
      // A text of its own that was not there yet is a fault of the day, not of the law.
      guard finding.criterion.id != "C-DRF-03" else { continue }
      #expect(
        finding.verdict == .unknown || finding.verdict == .notAssessed || finding.verdict == known.verdict,
        "\(finding.criterion.id): \(finding.verdict), \(known.verdict)")
    }
  }

  // MARK: Older than the decree

  @Test func `a scheme from before the decree is told once to review, with what the decree asks beyond`()
    throws
  {
    let bare = try plan("2025-10-13") { text in
      text.replacing(#/<risks[\s\S]*?</risks>/#, with: "<risks coverage=\"complete\"/>")
    }
    let report = try report(bare)
    #expect(report.noticesOfDay.count == 1)
    guard case .reviewOfOlderPlan(let rule, let beyond)? = report.noticesOfDay.first else {
      Issue.record("\(report.noticesOfDay)")
      return
    }
    #expect(rule.provision == "ND-269-2025.D7.K1.A" && rule.approvedBefore == day("2025-10-14"))
    #expect(rule.rule.vietnamese?.contains("rà soát theo Điều 7 khoản 1 điểm a") == true)
    #expect(beyond.contains { $0.criterion.id == "C-DOC-05" && $0.verdict.isGap })
    #expect(beyond.allSatisfy { $0.criterion.group == rule.group })
    // It was not wrong: by the law of its own day the decree asked for nothing.
    #expect(try finding("C-DOC-05", report).verdict == .notApplicable)
  }

  @Test func `on the day of the decree, for another kind and on an earlier day nobody is told to review`()
    throws
  {
    #expect(try report(plan("2025-10-14")).noticesOfDay.isEmpty)
    #expect(
      try report(plan("2025-10-13") { $0.replacing("kind=\"scheme\"", with: "kind=\"action-plan\"") })
        .noticesOfDay
        .isEmpty)
    #expect(try report(plan("2023-10-13"), named: day("2024-01-01")).noticesOfDay.isEmpty)
    #expect(try report(plan("2023-10-13"), named: Self.today).noticesOfDay.count == 1)
  }

  // MARK: One day to the next

  @Test func `two plans that differ only in their day differ exactly by the law between them`() throws {
    let catalogue = try Repository.catalogue.get()
    let (before, after) = try (report(plan("2026-06-30")), report(plan("2026-07-01")))
    let turn = day("2026-07-01")
    let changes = try LegalCalendar(of: catalogue, days: turn...turn).days.flatMap(\.changes)
    let moved = Set(changes.filter { $0.kind == .criterion }.map(\.id))
    let begun = Set(changes.filter { $0.kind == .criterion && $0.before != $0.after }.map(\.id))
    let texts = Set(try LegalCalendar(of: catalogue, days: turn...turn).days.flatMap(\.events).map(\.text))
    for (old, new) in zip(before.findings, after.findings) {
      let id = old.criterion.id
      let asksAboutTexts = (old.criterion.requirement?.leaves ?? []).contains { leaf in
        guard case .facet(let facet) = leaf else { return false }
        return facet.looksAtAnyText || facet.references.contains { texts.contains($0.id) }
      }
      if old.verdict != new.verdict || old.force != new.force {
        #expect(moved.contains(id) || asksAboutTexts, "\(id): \(old.verdict) \(new.verdict)")
      }
      let basesInForce = [old, new].map { $0.bases.filter { $0.state?.isInForce ?? false }.map(\.basis) }
      #expect((basesInForce[0] != basesInForce[1]) == moved.contains(id), "\(id)")
      // What begins to be asked on that day is not asked on the day before.
      if begun.contains(id), catalogue.criterion(id)?.isAssessable == true, new.verdict != .notApplicable {
        #expect(old.verdict == .notApplicable || old.force != new.force, "\(id): \(old.verdict)")
      }
    }
    #expect(!begun.isEmpty && begun.contains("C-ARC-10"))
    #expect(try finding("C-ARC-10", before).verdict == .notApplicable)
    #expect(try finding("C-ARC-10", after).verdict == .met)
  }
}

extension GapReport {
  /// The notices that these tests are about: every report has others, such as the age of the edition.
  fileprivate var noticesOfDay: [Notice] {
    notices.filter { ["approval-day-wanted", "review-of-older-plan"].contains($0.name) }
  }
}
