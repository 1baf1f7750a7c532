import Foundation
import TestSupport
import Testing

/// The cases of bug reports and attacks that ask for a verdict: what is right stands in `expected.tsv` or, "Expect: …",
/// in the first comment of the case. They stand beside the checkout; their sisters are kept back.
@Suite struct SharedCasesTests {
  private static let folders = [
    "coordinate-systems", "contradiction-anywhere", "dates-that-cannot-be", "decision-without-a-number",
    "list-numbers",
    "marks-at-a-citation", "money-of-nothing", "negation-inside-a-word", "number-without-symbol",
    "old-encodings",
    "remark-in-brackets", "several-texts-in-one-line", "template-prompts", "text-about-a-text",
    "vietnamese-spelling",
    "words-against-the-mark", "words-that-put-off",
  ]

  private static let cases: URL? = Repository.judges()?.deletingLastPathComponent().appending(path: "cases")

  /// What a case asks: the criterion comes to one of these verdicts, or the text report warns of it.
  private struct Asked {
    let criterion: String
    let verdicts: [String]
    let mayWarn: Bool
  }

  /// Why a case cannot be right yet: the branch that mends it, or what has changed since it was written.
  private static let known: [String: String] = [
    // The catalogue of 27/11/2026 asks for more texts than these cases cite; each text that they do cite is found.
    "list-numbers/a-decree-after-the-number-of-its-line-is-cited.xml": "catalogue",
    "number-without-symbol/kind-number-and-full-date-name-a-decree.xml": "catalogue",
    "vietnamese-spelling/marks-in-another-order-make-the-same-letters.xml": "catalogue",
  ]

  @Test(arguments: folders)
  func `every case of a folder comes to what is right`(folder: String) throws {
    guard let cases = Self.cases, FileManager.default.fileExists(atPath: cases.appending(path: folder).path)
    else {
      return print("skipped: \(folder): the shared cases are not here (KHUNG_JUDGES)")
    }
    let listed = try Self.listed(cases)
    let names = try FileManager.default.contentsOfDirectory(atPath: cases.appending(path: folder).path)
      .sorted()
    var ran = 0
    for name in names {
      let place = "\(folder)/\(name)"
      let file = cases.appending(path: place)
      guard let wrong = try Self.fault(of: file, listed[place]) else { continue }
      ran += 1
      if let branch = Self.known[place] {
        withKnownIssue("\(branch): \(place)") { #expect(wrong.isEmpty, "\(place): \(wrong)") }
      } else {
        #expect(wrong.isEmpty, "\(place): \(wrong)")
      }
    }
    #expect(ran == names.count, "\(folder): \(ran) of \(names.count) cases ran")
  }

  /// The citations of cases that the catalogue has outgrown: every line is an entry.
  @Test(arguments: [
    "list-numbers/a-decree-after-the-number-of-its-line-is-cited.xml",
    "number-without-symbol/kind-number-and-full-date-name-a-decree.xml",
    "vietnamese-spelling/marks-in-another-order-make-the-same-letters.xml",
  ])
  func `every line of such a case is found in the catalogue`(name: String) throws {
    guard let cases = Self.cases else {
      return print("skipped: \(name): the shared cases are not here (KHUNG_JUDGES)")
    }
    let run = try Launch.khung([
      "check", cases.appending(path: name).path, "--as-of", "2026-11-23", "--format", "json",
    ])
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any])
    let citations = try #require(report["citations"] as? [[String: Any]])
    #expect(
      !citations.isEmpty && citations.allSatisfy { ($0["entries"] as? [String])?.count == 1 }, "\(citations)")
  }

  /// What is wrong with a case; empty where it is right, nil for a file that asks for nothing.
  private static func fault(of file: URL, _ listed: Asked?) throws -> String? {
    if file.pathExtension == "sh" {
      let run = try Launch.run(
        ["bash", file.path],
        environment: ["PATH": "/usr/bin:/bin", "KHUNG": Launch.khung.path, "REPO": Repository.root.path])
      return run.status == 0 ? "" : String(run.said.prefix(200))
    }
    guard file.pathExtension == "xml", let asked = try listed ?? asked(of: file) else { return nil }
    let arguments = ["check", file.path, "--as-of", "2026-11-23", "--lang", "en"]
    let run = try Launch.khung(arguments + ["--format", "json"])
    guard let report = try? JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any],
      let findings = report["findings"] as? [[String: Any]],
      let verdict = findings.first(where: { $0["criterion"] as? String == asked.criterion })?["verdict"]
        as? String
    else { return asked.verdicts.contains("refused") ? "" : "refused: \(run.complaint.prefix(160))" }
    if asked.verdicts.contains(verdict) { return "" }
    if asked.mayWarn {
      let shown = try Launch.khung(arguments).text.split(separator: "\n")
      if shown.contains(where: { $0.contains(asked.criterion) && $0.contains(/[!⚠]|warning/) }) { return "" }
    }
    return "\(asked.criterion) is \(verdict), right is \(asked.verdicts.joined(separator: " or "))"
  }

  private static func asked(of file: URL) throws -> Asked? {
    let text = try String(contentsOf: file, encoding: .utf8)
    guard let found = text.firstMatch(of: /Expect: (C-[A-Z0-9-]+) ([a-z ]+?)\s*-->/) else { return nil }
    let words = found.2.split(separator: " ").map(String.init)
    let mayWarn = words.suffix(2) == ["or", "warned"]
    return Asked(
      criterion: String(found.1), verdicts: mayWarn ? words.dropLast(2) : words, mayWarn: mayWarn)
  }

  /// The rows of `expected.tsv` that ask for a verdict.
  private static func listed(_ cases: URL) throws -> [String: Asked] {
    let text = try String(contentsOf: cases.appending(path: "expected.tsv"), encoding: .utf8)
    var result: [String: Asked] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let found = cells[2].firstMatch(of: /verdict of (\S+)/) else { continue }
      let verdicts = cells[3].split { $0 == " " || $0 == "," }.map(String.init).filter { $0 != "or" }
      result[cells[0]] = Asked(criterion: String(found.1), verdicts: verdicts, mayWarn: false)
    }
    return result
  }
}
