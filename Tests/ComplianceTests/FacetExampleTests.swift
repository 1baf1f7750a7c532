import Foundation
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// The example files of each facet, named by their claim: `Examples/facets/<facet>/pass-….xml`.
@Suite struct FacetExampleTests {
  static let files = Repository.files(below: "Examples/facets", withExtension: "xml")
  static let states = ["pass": "holds", "fail": "fails", "unknown": "unknown", "not-asked": "not-asked"]

  /// Made once: to make the tables of the wordings takes longer than all examples.
  private static let words = Result { WordRules(try Repository.catalogue.get().wordings) }

  @Test(arguments: files)
  func `an example of a facet comes to the state that its name claims`(path: String) throws {
    let root = try Document(Repository.source(path)).root
    let file = try #require(path.split(separator: "/").last)
    let expected = try #require(root.attribute("expect"))
    let named = try #require(Self.states.first { file.hasPrefix($0.key + "-") }?.value)
    #expect(named == expected, "the name of the file and its expectation differ")

    let facet = try #require(root.child("requirement")?.children.first { _ in true })
    let requirement = try #require(Requirement(facet))
    let text = try #require(root.child("master-plan")).serialized()
    let plan = try Repository.plan(text: text, named: path)
    let asOf = day(try #require(root.attribute("as-of")))
    let parts = try Facts(
      plan: plan, catalogue: Repository.catalogue.get(), asOf: asOf, rules: EmbeddedRules(requirement),
      words: PlanWords(Self.words.get())
    )
    .parts(of: requirement)
    #expect(state(of: parts).rawValue == expected, "\(path): \(parts.map(\.reason))")
  }

  @Test func `details are asked of the items that the facet declares`() {
    #expect(Set(Gives.sectionOfItem.keys) == Gives.items)
  }

  private func state(of parts: [Part]) -> PartState {
    let asked = parts.filter { $0.state != .notAsked }
    if asked.isEmpty { return .notAsked }
    if asked.contains(where: { $0.state == .fails }) { return .fails }
    return asked.contains { $0.state == .unknown } ? .unknown : .holds
  }

  @Test func `every facet has a page, a passing and a failing example`() throws {
    let schema = try Document(Repository.source("Schemas/catalogue.xsd")).root
    let group = try #require(schema.children.first { $0.name == "group" && $0.attribute("name") == "facet" })
    let facets = group.child("choice")?.children("element").compactMap { $0.attribute("name") } ?? []
    #expect(facets.count >= 20)
    for facet in facets {
      let page = Repository.root.appending(path: "Documentation/facets/\(facet).md").path
      #expect(FileManager.default.fileExists(atPath: page), "no page for \(facet)")
      for claim in ["pass", "fail"] {
        #expect(
          Self.files.contains { $0.hasPrefix("Examples/facets/\(facet)/\(claim)-") },
          "no \(claim) for \(facet)")
      }
    }
  }
}
