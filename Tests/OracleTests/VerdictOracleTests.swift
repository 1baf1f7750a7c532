import Foundation
import SchematronExport
import TestSupport
import Testing

/// The evaluator against two Schematron processors that we did not write. `.ci/run` installs them in
/// `.build-oracle`; where they are missing the comparison says that it was skipped.
@Suite struct VerdictOracleTests {
  @Test func `two foreign Schematron processors come to every verdict of khung check`() throws {
    guard let python = Self.python() else {
      print("SKIPPED: no python3 with lxml and saxonche; .ci/run installs them in .build-oracle")
      return
    }
    let work = FileManager.default.temporaryDirectory.appending(path: "khung-oracle-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    let plans = ProcessInfo.processInfo.environment["KHUNG_ORACLE_PLANS"] ?? "4"
    let run = try Launch.run(
      [
        python, Repository.root.appending(path: "Tests/OracleTests/oracle.py").path, "--khung",
        Launch.khung.path, "--work",
        work.path, "--plans", plans,
      ])
    print(run.said.split(separator: "\n").last.map(String.init) ?? "")
    #expect(run.status == 0, "\(run.said.prefix(4000))")
  }

  @Test func `every criterion of the catalogue reports in the export`() throws {
    let catalogue = try Repository.catalogue.get()
    let text = try Self.export("2026-11-23")
    let ids = text.matches(of: /<report id="([^".]+)\./).map { String($0.1) }
    #expect(Set(ids) == Set(catalogue.criteria.map(\.id)))
  }

  @Test func `the same day gives the same bytes and another day another law`() throws {
    let text = try Self.export("2026-11-23")
    #expect(try text == Self.export("2026-11-23"))
    // On 2026-06-30 the law of 2025 cannot be asked for, and the law of 2018 is no replaced text.
    #expect(text.contains("$is-L-116-2025-QH15[self::p:legal-basis]"))
    #expect(try !Self.export("2026-06-30").contains("$is-L-116-2025-QH15[self::p:legal-basis]"))
  }

  private static func export(_ date: String) throws -> String {
    try SchematronExport(
      Repository.catalogue.get(), vocabulary: Repository.vocabulary.get(), asOf: day(date)
    ).text()
  }

  /// The Python that has both processors: that of `.build-oracle`, else the system's.
  private static func python() -> String? {
    let own = Repository.root.appending(path: ".build-oracle/bin/python").path
    return [own, "/usr/bin/python3"].first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? Launch.run([path, "-c", "import lxml.isoschematron, saxonche"]).status) == 0
    }
  }
}
