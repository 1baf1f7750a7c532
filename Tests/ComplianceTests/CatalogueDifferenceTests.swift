import Foundation
import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance

@Suite struct CatalogueDifferenceTests {
  private func files(_ edits: [String: (String) -> String] = [:]) throws -> [Catalogue.File] {
    try Repository.catalogueFiles { edits[$0]?($1) }
  }

  private func comparison(
    _ edits: [String: (String) -> String]
  ) throws -> (difference: CatalogueDifference, comparison: CatalogueComparison) {
    let (old, new) = try (files(), files(edits))
    let schema = try Repository.catalogueSchema.get()
    let vocabulary = try Repository.vocabulary.get()
    let before = try Check(Catalogue.load(old, schema: schema), vocabulary: vocabulary)
    let after = try Check(Catalogue.load(new, schema: schema), vocabulary: vocabulary)
    let difference = try CatalogueDifference(from: old, before.catalogue, to: new, after.catalogue)
    return (
      difference,
      CatalogueComparison(from: before, to: after, difference, planSchema: try Repository.planSchema.get())
    )
  }

  /// What a saved report would hold of a plan.
  private func recorded(_ name: String, _ check: Check) throws -> (
    findings: [RecordedVerdict], asOf: CalendarDate
  ) {
    let asOf = AsOf(date: day("2026-11-23"), why: .named)
    let report = check.report(on: try Repository.plan(name), asOf: asOf)
    return (
      report.findings.map { finding in
        RecordedVerdict(
          criterion: finding.criterion.id, verdict: finding.verdict,
          parts: Dictionary(finding.parts.map { ($0.requirement.notation, $0.state) }) { first, _ in first })
      }, asOf.date
    )
  }

  @Test func `indentation and the order of entries are no difference`() throws {
    let edits: [String: (String) -> String] = [
      "criteria/data.xml": { $0.replacing("\n    ", with: "\n\t") }
    ]
    #expect(try comparison(edits).difference.entries.isEmpty)
  }

  @Test func `words for people change no meaning`() throws {
    let difference = try comparison([
      "criteria/data.xml": { $0.replacing("Hệ tọa độ quốc gia", with: "Hệ tọa độ của quốc gia") }
    ]).difference
    #expect(difference.entries.contains { $0.id == "C-DAT-03" && !$0.changesMeaning })
    #expect(!difference.entries.contains { $0.changesMeaning })
  }

  @Test func `layers that a report speaks of are known when another requirement asks for them`() throws {
    let wider = "<covers-layers framework=\"F-829\" kind=\"horizontal\"/>"
    let narrower = "<all><has-layer layer=\"L6-USR\"/><has-layer layer=\"L2-NET\"/></all>"
    for (before, after) in [(wider, narrower), (narrower, "<all>\(narrower)</all>")] {
      let start = try files(["criteria/architecture.xml": { $0.replacing(wider, with: before) }])
      let end = try files(["criteria/architecture.xml": { $0.replacing(wider, with: after) }])
      let schema = try Repository.catalogueSchema.get()
      let (old, new) = try (Catalogue.load(start, schema: schema), Catalogue.load(end, schema: schema))
      let vocabulary = try Repository.vocabulary.get()
      let (check, later) = try (Check(old, vocabulary: vocabulary), Check(new, vocabulary: vocabulary))
      let difference = try CatalogueDifference(from: start, old, to: end, new)
      #expect(difference.entries.map(\.id) == ["C-ARC-02"])
      let (findings, asOf) = try recorded("binh-lam-draft", check)
      let finding = try #require(findings.first { $0.criterion == "C-ARC-02" })
      let truth = later.report(on: try Repository.plan("binh-lam-draft"), asOf: AsOf(date: asOf, why: .named))
        .findings.first { $0.criterion.id == "C-ARC-02" }?.verdict
      let forecast = VerdictForecaster(from: old, to: new, difference)
        .forecast(of: finding, asOf: asOf, approved: nil)
      #expect(forecast == (truth == finding.verdict ? .same : truth.map { .changes(to: $0) }))
    }
  }

  /// Edits of every kind, each with what it may touch.
  static let edits: [(name: String, file: String, old: String, new: String)] = [
    ("a later deadline", "criteria/indicators.xml", "by=\"2030-12-31\"/>", "by=\"2029-12-31\"/>"),
    (
      "an earlier end of a text", "standards/construction-and-planning.xml", "effective-to=\"2026-12-31\"",
      "effective-to=\"2025-12-31\""
    ),
    (
      "a decree in force later", "instruments/decrees.xml", "effective-from=\"2025-10-14\"",
      "effective-from=\"2026-12-14\""
    ),
    ("evidence marked down", "criteria/data.xml", "mark=\"verified\"", "mark=\"inferred\""),
    (
      "a layer dropped", "frameworks.xml", "<layer id=\"V5-POS\" kind=\"vertical\"",
      "<layer id=\"V5-POS\" kind=\"governance\""
    ),
    (
      "other conditions", "criteria/architecture.xml", "values=\"scheme action-plan architecture\"",
      "values=\"scheme\""
    ),
    ("a topic exchanged", "criteria/security.xml", "topic=\"zero-trust\"", "topic=\"recovery\""),
  ]

  @Test(arguments: edits.map(\.name), ["binh-lam-draft", "binh-lam-complete", "bac-giang", "tra-vinh"])
  func `a verdict told from a saved report is the verdict of the plan itself`(edit: String, plan: String)
    throws
  {
    let edit = try #require(Self.edits.first { $0.name == edit })
    let (difference, comparison) = try comparison([edit.file: { $0.replacing(edit.old, with: edit.new) }])
    #expect(!difference.entries.isEmpty)
    for plan in ["binh-lam-draft", "binh-lam-complete", "bac-giang", "tra-vinh"] {
      let (findings, asOf) = try recorded(plan, comparison.old)
      let approved = try Repository.plan(plan).identity
      let truth = Dictionary(
        uniqueKeysWithValues: comparison.new.report(
          on: try Repository.plan(plan), asOf: AsOf(date: asOf, why: .named)
        ).findings.map { ($0.criterion.id, $0.verdict) })
      let forecaster = VerdictForecaster(
        from: comparison.old.catalogue, to: comparison.new.catalogue, difference)
      var open = 0
      for finding in findings {
        switch forecaster.forecast(
          of: finding, asOf: asOf, approved: approved.stage == .approved ? approved.date : nil)
        {
        case .same: #expect(truth[finding.criterion] == finding.verdict, "\(finding.criterion)")
        case .changes(let verdict): #expect(truth[finding.criterion] == verdict, "\(finding.criterion)")
        case .mustBeChecked: open += 1
        case .removed, .added: Issue.record("\(finding.criterion) is in both")
        }
      }
      #expect(open < findings.count / 2, "\(open) of \(findings.count) left open")
    }
  }
}
