import TestSupport
import Testing
import XML

@testable import Catalogue

/// What texts were on which day (Documentation/verdicts.md, rule 1).
@Suite struct LawInTimeTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try Repository.catalogue.get()
  }

  private func state(_ id: String, _ date: String, approved: String? = nil) -> LegalState? {
    catalogue.state(of: id, on: day(date), approved: approved.map(day))
  }

  @Test func `the framework of 2023 is in force until its successor's first day`() {
    #expect(state("QD-2568-2023-BTTTT", "2025-03-24")?.isInForce == true)
    #expect(
      state("QD-2568-2023-BTTTT", "2025-03-25")
        == .replaced(by: "QD-292-2025-BKHCN", on: day("2025-03-25")))
  }

  @Test func `the planning code of 2021 ends with 2026`() {
    #expect(state("QCVN-01-2021-BXD", "2026-12-31")?.isInForce == true)
    #expect(
      state("QCVN-01-2021-BXD", "2027-01-01") == .replaced(by: "QCVN-01-2026-BXD", on: day("2027-01-01")))
    #expect(state("QCVN-01-2026-BXD", "2026-12-31") == .notYetInForce(from: day("2027-01-01")))
  }

  @Test func `a plan approved before the new planning code keeps the old one`() {
    #expect(
      state("QCVN-01-2021-BXD", "2027-06-01", approved: "2026-11-01")
        == .keptByTransition(successor: "QCVN-01-2026-BXD", approvedBefore: day("2027-01-01")))
    #expect(state("QCVN-01-2021-BXD", "2027-06-01", approved: "2027-02-01")?.isInForce == false)
  }

  @Test func `the security baseline of 2017 gives way to that of 2026`() {
    guard case .replaced(let successor, _) = state("TCVN-11930-2017", "2026-11-23") else {
      Issue.record("TCVN 11930:2017 is not replaced")
      return
    }
    #expect(successor == "TCVN-14423-2026")
    #expect(state("TCVN-11930-2017", "2025-01-01")?.isInForce == true)
  }

  @Test(arguments: ["L-116-2025-QH15", "L-148-2025-QH15"])
  func `the laws of July 2026 are issued before they are in force`(law: String) {
    #expect(state(law, "2026-06-30") == .notYetInForce(from: day("2026-07-01")))
    #expect(state(law, "2026-07-01") == .inForce(since: day("2026-07-01"), isPresumed: false))
  }

  @Test func `a text of which only the year is known has no state within that year`() {
    #expect(state("ND-47-2020", "2019-05-01") == .notBefore(year: 2020))
    #expect(state("ND-47-2020", "2020-05-01") == .undated)
    #expect(state("ND-47-2020", "2021-05-01") == .presumedSince(year: 2020))
  }

  @Test func `a decree that lost some provisions stays in force and names what took them`() {
    #expect(state("ND-47-2020", "2025-10-21")?.isInForce == true)
    #expect(state("ND-47-2020", "2025-10-22")?.isInForce == false, "NĐ 278/2025 replaces it that day")
    let repeals = catalogue.partialRepeals(of: "ND-47-2020")
    #expect(repeals.map(\.by) == ["ND-194-2025"])
    #expect(repeals.first?.on == day("2025-08-19"))
    #expect(repeals.first?.provisions.isEmpty == false)
  }

  @Test func `a successor of which only the year is known does not reach back before its year`() {
    #expect(state("TCVN-ISO-50001-2012", "2014-01-01")?.isOver == false)
    #expect(state("TCVN-ISO-50001-2012", "2020-01-01")?.isOver == true)
  }

  @Test func `no entry has no state`() {
    #expect(state("ND-1-1900", "2026-11-23") == nil)
  }
}
