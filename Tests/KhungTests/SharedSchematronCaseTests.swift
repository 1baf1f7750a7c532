import Foundation
import TestSupport
import Testing

/// The shared cases about rules and their engine, beside the published judges: what each is right about stands in
/// its first comment and in `expected.tsv`.
@Suite struct SharedSchematronCaseTests {
  private static let folder = Repository.judges().map {
    $0.deletingLastPathComponent().appending(path: "cases")
  }.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }

  private static let isHere = folder != nil

  private static func files(_ kind: String, _ suffix: String) -> [String] {
    let found = folder.flatMap {
      try? FileManager.default.contentsOfDirectory(atPath: $0.appending(path: kind).path)
    }
    return (found ?? []).filter { $0.hasSuffix(suffix) }.sorted().compactMap {
      folder?.appending(path: "\(kind)/\($0)").path
    }
  }

  private static func check(_ rules: String, _ more: [String] = []) throws -> Launch.Run {
    try Launch.khung(
      ["check", "Examples/binh-lam-complete.xml", "--as-of", "2026-11-23", "--rules", rules, "--lang", "en"]
        + more)
  }

  private static func validate(_ schema: String) throws -> Launch.Run {
    try Launch.khung(["schematron", schema, "Examples/binh-lam-complete.xml", "--lang", "en"])
  }

  @Test(.enabled(if: isHere, "KHUNG_JUDGES names no folder with cases beside it: skipped"))
  func `an assertion that fails leaves no plan conforming`() throws {
    for rules in Self.files("schematron-severity", ".sch") {
      let run = try Self.check(rules)
      #expect(run.status == 1 && run.text.lowercased().contains("non-conforming"), "\(rules)")
    }
  }

  @Test(.enabled(if: isHere, "KHUNG_JUDGES names no folder with cases beside it: skipped"))
  func `rules that checked nothing leave the check incomplete and are named`() throws {
    for rules in Self.files("rules-that-check-nothing", ".sch") {
      let run = try Self.check(rules)
      #expect([2, 3].contains(run.status), "\(rules)")
      if rules.hasSuffix("pattern-that-matches-nothing-is-named.sch") {
        #expect(run.status == 3 && run.text.contains("“project”"))
      }
      #expect(try [2, 3].contains(Self.validate(rules).status), "\(rules)")
    }
  }

  @Test(.enabled(if: isHere, "KHUNG_JUDGES names no folder with cases beside it: skipped"))
  func `whole numbers are written in digits`() throws {
    for schema in Self.files("xpath-numbers", ".sch") {
      let run = try Self.validate(schema)
      #expect(run.text.contains("1250000000000") && !run.text.contains("e+12"), "\(schema)")
      #expect(!run.text.contains("Tổng không khớp"), "\(schema)")
    }
  }

  @Test(.enabled(if: isHere, "KHUNG_JUDGES names no folder with cases beside it: skipped"))
  func `an assertion without words shows its test`() throws {
    for schema in Self.files("messages", "an-assertion-without-words-shows-its-test.sch") {
      #expect(try Self.validate(schema).text.contains("@from < 2000"))
    }
  }

  @Test(.enabled(if: isHere, "KHUNG_JUDGES names no folder with cases beside it: skipped"))
  func `a failed rule stands in every format`() throws {
    let usage = try Launch.khung(["check", "--help", "--lang", "en"]).said
    let formats = [
      "text", "json", "ndjson", "xml", "html", "markdown", "csv", "sarif", "junit", "svrl",
      "oscal-assessment-results", "oscal-poam",
    ].filter(usage.contains)
    #expect(formats.count > 8)
    for rules in Self.files("formats-that-lose-findings", ".sch") {
      for format in formats {
        let run = try Self.check(rules, ["--format", format])
        #expect(run.status == 1 && run.text.contains("BẢN ĐỒ 7"), "\(format)")
      }
    }
  }

  @Test(.enabled(if: isHere, "KHUNG_JUDGES names no folder with cases beside it: skipped"))
  func `memory that ends is no verdict, and a small schema stays small`() throws {
    for script in Self.files("engine-errors", ".sh") {
      let run = try Launch.run(
        ["bash", script],
        environment: Launch.bareEnvironment.merging([
          "KHUNG": Launch.khung.path, "REPO": Repository.root.path,
        ]) { $1 })
      #expect(run.status == 0, "\(run.said)")
    }
  }
}
