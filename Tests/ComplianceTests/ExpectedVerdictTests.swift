import Foundation
import TestSupport
import Testing

@testable import Catalogue
@testable import Compliance

/// The verdicts that careful readers worked out by reading each plan, held against the program's.
@Suite struct ExpectedVerdictTests {
  static let plans = Repository.files(below: "Examples/expected", withExtension: "tsv")

  @Test func `every plan of the examples has its expected verdicts`() {
    let plans = Repository.files(below: "Examples", withExtension: "xml")
      .filter { $0.split(separator: "/").count == 2 }
    #expect(plans.count >= 11)
    for plan in plans {
      let name = plan.dropFirst("Examples/".count).dropLast(".xml".count)
      #expect(Self.plans.contains("Examples/expected/\(name).tsv"), "no expected verdicts for \(plan)")
    }
  }

  @Test(arguments: plans)
  func `a plan gets the verdicts that a careful person expects`(path: String) throws {
    let lines = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
      .split(separator: "\n")
    let asOf = day(String(lines[0].dropFirst("# as-of: ".count)))
    let rows = lines.dropFirst(2).map { $0.split(separator: "\t", maxSplits: 2).map(String.init) }
    let expected = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })

    let name = String(path.dropFirst("Examples/expected/".count).dropLast(".tsv".count))
    let report = try Repository.check().report(
      on: Repository.plan(name), asOf: AsOf(date: asOf, why: .named))

    #expect(report.findings.map(\.criterion.id) == expected.keys.sorted())
    for finding in report.findings {
      #expect(
        finding.verdict.rawValue == expected[finding.criterion.id],
        "\(name): \(finding.criterion.id) is \(finding.verdict.rawValue): \(finding.reason)")
    }
  }
}
