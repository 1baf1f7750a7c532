import Foundation
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance

/// The examples of the national catalogue prove its criteria.
@Suite struct ProofTests {
  private static let proof = Result {
    let check = try Repository.check()
    return try check.proof(
      by: Repository.examples(), schema: Repository.planSchema.get(), vocabulary: Repository.vocabulary.get())
  }

  @Test func `every criterion that a machine checks is accepted and rejected by an example`() throws {
    let proof = try Self.proof.get()
    #expect(proof.strays.isEmpty)
    #expect(proof.criteria.count(where: \.isProvable) >= 78)
    for criterion in proof.criteria where criterion.isProvable {
      #expect(criterion.accepts, "\(criterion.criterion.id) has no accepting example")
      #expect(criterion.rejects, "\(criterion.criterion.id) has no rejecting example")
      for outcome in criterion.outcomes where !outcome.holds {
        Issue.record("\(criterion.criterion.id): \(outcome)")
      }
    }
  }

  @Test func `whichever part of a requirement is broken, an example notices`() throws {
    let proof = try Self.proof.get()
    #expect(proof.criteria.reduce(0) { $0 + $1.mutations } > 500)
    for criterion in proof.criteria {
      #expect(criterion.survivors.isEmpty, "\(criterion.criterion.id): \(criterion.survivors.map(\.kind))")
    }
  }

  @Test func `an example of the wrong expectation is found`() throws {
    let example = try #require(Repository.examples().first { $0.expected == "gap" })
    let wrong = CriterionExample(
      criterion: example.criterion, expected: "met", claim: example.claim, asOf: example.asOf,
      settings: example.settings, sections: example.sections, origin: example.origin)
    let proof = try Repository.check().proof(
      by: [wrong], schema: Repository.planSchema.get(), vocabulary: Repository.vocabulary.get())
    let outcomes = try #require(proof.criteria.first { $0.criterion.id == example.criterion }).outcomes
    #expect(outcomes.contains { $0.example != nil && $0.found == .gap && !$0.holds })
  }

  @Test func `a requirement that no example exercises survives being broken`() throws {
    let proof = try Repository.check().proof(
      by: [], schema: Repository.planSchema.get(), vocabulary: Repository.vocabulary.get())
    #expect(proof.criteria.reduce(0) { $0 + $1.survivors.count } > 100)
  }

  @Test func `examples judge nothing: the catalogue's digest is the same without them`() throws {
    let files = try Repository.catalogueFiles()
    let without = try Catalogue.load(
      files.filter { !$0.holdsExamples }, schema: Repository.catalogueSchema.get())
    #expect(try without.digest == Repository.catalogue.get().digest)
    #expect(files.contains { $0.holdsExamples })
  }
}
