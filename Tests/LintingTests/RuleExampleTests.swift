import Foundation
import Linting
import TestSupport
import Testing
import XML

/// Every rule shows itself on its own examples: they are the text of help and documentation, too.
@Suite struct RuleExampleTests {
  static let ids = Rules.all.map(\.card.id)
  static let linter = Result {
    try Linter(
      Contracts(
        catalogue: Repository.source("Schemas/catalogue.xsd"),
        plan: Repository.source("Schemas/master-plan.xsd"),
        places: Repository.source("Sources/BuiltIn/Data/provinces.tsv")))
  }

  private func findings(_ example: RuleExample) throws -> (all: [LintFinding], mark: Int?) {
    let (files, mark) = try example.files()
    let result = try Self.linter.get().lint(files, stability: example.stability.map { StabilityList($0) })
    return (result.findings, mark)
  }

  private func words(_ findings: [LintFinding]) -> String {
    findings.map { "\($0.rule) \($0.source):\($0.position.line):\($0.position.column) \($0.message)" }
      .joined(separator: "\n")
  }

  @Test(arguments: ids)
  func `the accepting example of a rule has no finding of any rule`(id: String) throws {
    let found = try findings(#require(Rules.named(id)).card.accepts).all
    #expect(found.isEmpty, "\(id): \(words(found))")
  }

  @Test(arguments: ids)
  func `the rejecting example of a rule has just its finding, at the mark`(id: String) throws {
    let card = try #require(Rules.named(id)).card
    let (found, mark) = try findings(card.rejects)
    #expect(found.map(\.rule) == [id], "\(id): \(words(found))")
    #expect(found.first?.severity == card.severity)
    if let mark { #expect(found.first?.offset == mark, "\(id): \(words(found)); the mark is at \(mark)") }
  }

  @Test func `ids and names are unique, and there are at least 35 rules`() {
    #expect(Set(Self.ids).count == Self.ids.count)
    #expect(Set(Rules.all.map(\.card.name)).count == Self.ids.count)
    #expect(Self.ids.count >= 35)
    #expect(Self.ids == Self.ids.sorted())
  }
}
