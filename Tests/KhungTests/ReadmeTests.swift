import Foundation
import Phrasing
import TestSupport
import Testing

@testable import Compliance
@testable import Reporting

/// What README shows is what the program prints.
@Suite struct ReadmeTests {
  @Test func `the report in README is the program's own`() throws {
    let source = try Repository.source("Examples/binh-lam-draft.xml")
    let plan = try Repository.plan(
      text: String(decoding: source.bytes, as: UTF8.self), named: "Examples/binh-lam-draft.xml")
    let report = try Repository.check().report(on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named))
    let phrasing = try Phrasing(
      .vietnamese, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
    let text = TextReport(phrasing, width: 100, style: .plain).text(report)

    let file = Repository.root.appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let command = "$ khung check Examples/binh-lam-draft.xml --as-of 2026-11-23\n"
    let start = try #require(readme.firstRange(of: command)).upperBound
    let end = try #require(readme[start...].firstRange(of: "\n…\n")).lowerBound
    if ProcessInfo.processInfo.environment["KHUNG_RECORD"] != nil {
      let shown = try #require(text.firstRange(of: "\n\n◐")).lowerBound
      try (readme[..<start] + text[..<shown] + readme[end...]).write(
        to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text.hasPrefix(readme[start..<end]))
    }
  }
}
