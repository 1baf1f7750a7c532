import Foundation
import Rounds
import TestSupport
import Testing

@testable import Compliance
@testable import Reporting

/// The layers of `covers-layers` once went by a component without a type. Reports of that time are still read.
@Suite struct LayerKeyTests {
  private static let draft = Result { try Repository.plan("binh-lam-draft") }

  private func report() throws -> GapReport {
    try Repository.check().report(on: Self.draft.get(), asOf: AsOf(date: day("2026-11-23"), why: .named))
  }

  /// The report as the program of that time saved it.
  private func savedLongAgo(_ report: GapReport) throws -> SavedReport {
    let text = try Sample.rendered([report], as: .json)
    let old = text.replacing("\"key\": \"<has-layer layer=", with: "\"key\": \"<has-component layer=")
    try #require(old != text)
    return try SavedReport.read(.init(name: "saved.json", stored: Array(old.utf8)))[0]
  }

  @Test func `a layer that was missing is the same gap in a report of the old kind`() throws {
    let report = try report()
    let difference = try ReportDifference(old: savedLongAgo(report), new: Sample.saved(report))
    #expect(difference.changes(.stillOpen).map(\.criterion).contains("C-ARC-02"))
    #expect(difference.changes(.changed).isEmpty && !difference.isWorse)
  }

  @Test func `a baseline of the old kind knows the layers that were missing`() throws {
    let bare = try report()
    let report = bare.beside(try savedLongAgo(bare).baseline(digest: String(repeating: "0", count: 64)))
    #expect(!report.hasNewGaps)
    #expect(report.gaps.allSatisfy(report.isKnown))
  }

  @Test func `a layer is a part of its own, as a catalogue can ask for it`() throws {
    let finding = try #require(try report().findings.first { $0.criterion.id == "C-ARC-02" })
    #expect(finding.parts.map(\.requirement.notation).contains("<has-layer layer=\"L3-CMP\"/>"))
    let saved = try savedLongAgo(report()).verdicts.first { $0.criterion == "C-ARC-02" }
    #expect(saved?.parts["<has-layer layer=\"L3-CMP\"/>"] != nil)
  }
}
