import Foundation
import Source
import TestSupport
import Testing
import XML

@testable import Compliance
@testable import Reporting

/// OSCAL held against NIST's schemas and against compliance-trestle.
@Suite struct OSCALTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let schema: String
    let module: String
    let name: String
    let text: @Sendable () throws -> String

    var testDescription: String { name }
  }

  static let kinds = [
    Kind(schema: "oscal_catalog_schema.json", module: "catalog", name: "Catalog") {
      try OSCALCatalogue(Sample.phrasing()).text()
    },
    Kind(
      schema: "oscal_assessment-results_schema.json", module: "assessment_results", name: "AssessmentResults"
    ) { try Sample.rendered(Sample.reports(), as: .oscalResults) },
    Kind(schema: "oscal_poam_schema.json", module: "poam", name: "PlanOfActionAndMilestones") {
      try Sample.rendered(Sample.reports(), as: .oscalPlanOfAction)
    },
    Kind(
      schema: "oscal_poam_schema.json", module: "poam",
      name: "PlanOfActionAndMilestones of a plan without gaps"
    ) { try Sample.rendered([report("binh-lam-complete")], as: .oscalPlanOfAction, .english) },
  ]

  private static func report(_ name: String) throws -> GapReport {
    try Repository.check().report(
      on: Repository.plan(name), asOf: AsOf(date: day("2026-11-23"), why: .named))
  }

  @Test(arguments: kinds)
  func `OSCAL is valid against NIST's schema`(kind: Kind) throws {
    guard let schema = ForeignJudge.schema(kind.schema) else { return }
    if let verdict = try ForeignJudge.json(kind.text(), schema: schema) {
      #expect(verdict.status == 0, "\(verdict.said)")
    }
  }

  @Test(arguments: kinds)
  func `compliance-trestle loads OSCAL and writes it back`(kind: Kind) throws {
    let read = """
      import pathlib, sys
      from trestle.oscal.\(kind.module) import \(kind.name.prefix { $0 != " " }) as Kind
      path = pathlib.Path(sys.argv[1])
      loaded = Kind.oscal_read(path)
      assert loaded is not None
      loaded.oscal_write(path.with_name('again.json'))
      assert Kind.oscal_read(path.with_name('again.json')) == loaded
      """
    if let verdict = try ForeignJudge.run(["python3", "-c", read], on: kind.text(), named: "oscal.json") {
      #expect(verdict.status == 0, "\(verdict.said.suffix(1500))")
    }
  }

  private func document(_ text: String, _ root: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(json?[root] as? [String: Any])
  }

  @Test func `what was not judged is observed, never satisfied`() throws {
    let report = try Self.report("bac-giang")
    let text = try Sample.rendered([report], as: .oscalResults)
    let results = try #require(try document(text, "assessment-results")["results"] as? [[String: Any]])
    let findings = try #require(results[0]["findings"] as? [[String: Any]])
    let observations = try #require(results[0]["observations"] as? [[String: Any]])
    #expect(observations.count == report.findings.count + report.allNotices.count)
    let states = findings.map { finding in
      ((finding["target"] as? [String: Any])?["status"] as? [String: String])?["state"]
    }
    #expect(states.count { $0 == "satisfied" } == report.count(of: .met))
    #expect(
      states.count { $0 == "not-satisfied" } == report.gaps.count + report.count(of: .waived))
  }

  @Test func `every control that a finding names is in the exported catalogue`() throws {
    let catalogue = try OSCALCatalogue(Sample.phrasing()).text()
    let text = try Sample.rendered([Self.report("binh-lam-draft")], as: .oscalResults)
    let results = try #require(try document(text, "assessment-results")["results"] as? [[String: Any]])
    for finding in try #require(results[0]["findings"] as? [[String: Any]]) {
      let id = try #require((finding["target"] as? [String: Any])?["target-id"] as? String)
      #expect(catalogue.contains("\"id\": \"\(id)\""), "\(id)")
    }
  }

  @Test func `a gap keeps the UUID of its item from round to round, and every UUID is its own`() throws {
    let text = String(
      decoding: try Repository.source("Examples/binh-lam-draft.xml").bytes, as: UTF8.self)
    let moved = try Repository.check().report(
      on: Repository.plan(text: text.replacing("<legal-bases", with: "\n\n<legal-bases"), named: "moved.xml"),
      asOf: AsOf(date: day("2026-11-24"), why: .named))
    func items(_ report: GapReport) throws -> [String] {
      let plan = try document(
        Sample.rendered([report], as: .oscalPlanOfAction), "plan-of-action-and-milestones")
      return (plan["poam-items"] as? [[String: Any]] ?? []).compactMap { $0["uuid"] as? String }
    }
    let before = try items(Self.report("binh-lam-draft"))
    #expect(try before == items(moved) && Set(before).count == 58)
    let results = try Sample.rendered([Self.report("binh-lam-draft"), moved], as: .oscalResults)
    let defined = results.matches(of: /(?m)^ +"uuid": "([^"]+)"/).map { String($0.output.1) }
    // Risks are those of the subject, so both rounds name the same ones; the tool is one too.
    #expect(defined.count - Set(defined).count <= 2 * 58 + 2)
  }

  @Test func `a UUID is version 5 of its name`() {
    // Computed with Python's uuid.uuid5.
    #expect(OSCALIdentifier.uuid("khung") == "bf45a2a0-7153-5756-ac3b-ad2badd3fa51")
  }
}
