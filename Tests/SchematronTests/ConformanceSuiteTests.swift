import Foundation
import TestSupport
import Testing

/// The public conformance suite for ISO Schematron, wherever it lies: `KHUNG_SCHEMATRON_SUITE` names the folder of
/// its cases for the binding `xslt`. Statements about the SVRL are asked of lxml.
@Suite("The public conformance suite")
struct ConformanceSuiteTests {
  private struct Outcome: Decodable {
    let cases: Int
    let wrong: [String]
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let casesFolder = environment["KHUNG_SCHEMATRON_SUITE"]

  @Test(
    "every case for this binding comes out as the suite says",
    .enabled(if: casesFolder != nil, "KHUNG_SCHEMATRON_SUITE names no folder of cases: the suite was not run")
  )
  func everyCase() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "suite.py").path()
    let python = Self.environment["KHUNG_PYTHON"] ?? "python3"
    let run = try Launch.run([python, script, Launch.khung.path, try #require(Self.casesFolder)])
    let outcome = try JSONDecoder().decode(Outcome.self, from: run.output)
    #expect(outcome.cases > 0, "no case in the folder: \(run.complaint)")
    #expect(outcome.wrong == [])
  }
}
