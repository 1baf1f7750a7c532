import Editing
import Foundation
import Linting
import Source
import TestSupport
import Testing
import Writing
import XML

@testable import Catalogue
@testable import Reporting

@Suite struct LintFormatTests {
  /// A catalogue with findings of many rules, under a name that wants escaping.
  private func result() throws -> LintResult {
    let contracts = try Contracts(
      catalogue: Repository.source("Schemas/catalogue.xsd"),
      plan: Repository.source("Schemas/master-plan.xsd"),
      places: Repository.source("Sources/BuiltIn/Data/provinces.tsv"))
    let files = try Rules.all.flatMap { rule in
      try rule.card.rejects.files().files.map { file in
        let name = rule.card.id + " ế,:%\n/" + file.name
        return Catalogue.File(
          name: rule.card.id + "/" + file.name, text: try SourceText(name: name, stored: file.text.stored))
      }
    }
    return Linter(contracts).lint(files)
  }

  private func rendered(_ format: LintFormat) throws -> String {
    let renderer = LintRenderer(.english, style: .plain)
    let gone = LintBaseline.Entry(fingerprint: String(repeating: "0", count: 64), rule: "K010", entry: "X")
    return try renderer.render(result(), known: 1, removable: [gone], as: format)
  }

  private func validate(_ text: String, with schema: String) throws {
    guard let verdict = try ForeignJudge.json(text, schema: schema) else { return }
    #expect(verdict.status == 0, "\(verdict.said)")
  }

  @Test func `the JSON of the linter keeps its schema`() throws {
    try validate(
      rendered(.json), with: Repository.root.appending(path: "Schemas/lint-report.schema.json").path)
  }

  @Test func `the SARIF of the linter keeps the OASIS schema`() throws {
    guard let schema = ForeignJudge.schema("sarif-schema-2.1.0.json") else { return }
    try validate(rendered(.sarif), with: schema)
  }

  @Test func `annotations are one line each, with what GitHub reads as its own escaped`() throws {
    let lines = try rendered(.github).split(separator: "\n")
    #expect(try lines.count == result().findings.count)
    for line in lines {
      #expect(
        line.hasPrefix("::error file=") || line.hasPrefix("::warning file=")
          || line.hasPrefix("::notice file="))
      #expect(line.contains("ế%2C%3A%25%0A/"))
    }
  }

  @Test func `the text shows the line and puts the mark under the place`() throws {
    let files = try #require(Rules.named("K036")).card.rejects.files().files
    let contracts = try Contracts(
      catalogue: Repository.source("Schemas/catalogue.xsd"),
      plan: Repository.source("Schemas/master-plan.xsd"),
      places: Repository.source("Sources/BuiltIn/Data/provinces.tsv"))
    let text = LintRenderer(.english, style: .plain).render(
      Linter(contracts).lint(files), known: 0, removable: [], as: .text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let mark = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: mark)
    #expect(lines[1].dropFirst(column).hasPrefix("2025-02-30"))
    #expect(lines[3] == "1 error, 0 warnings, 0 notes; 2 files, 5 entries")
  }

  @Test func `every rule and every phrase for editors is there in both languages`() {
    for card in Rules.all.map(\.card) {
      #expect(card.explanation.vietnamese?.isEmpty == false && card.explanation.english?.isEmpty == false)
      #expect(card.explanation.vietnamese != card.explanation.english)
    }
  }
}
