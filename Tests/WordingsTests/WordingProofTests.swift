import Catalogue
import Foundation
import Testing

@testable import Wordings

@Suite struct WordingProofTests {
  private static func proof(_ wording: Wording) throws -> WordingProof {
    try #require(WordingProof.proofs(of: try Fixture.denials.get().with(wordings: [wording])).first)
  }

  private static func wording(accepts: [String], rejects: [String]) -> Wording {
    Wording(
      list: "topic", token: "test",
      ways: [
        Wording.Way(says: [["không tin cậy", "zero trust"]]),
        Wording.Way(says: [["xác minh"], ["mọi truy cập"]], isInOrder: true),
      ], unless: ["thiết bị không tin cậy"], accepts: accepts, rejects: rejects,
      origin: Origin(file: "test", line: 1))
  }

  @Test func `examples for every part notice every mutation`() throws {
    let proof = try Self.proof(
      Self.wording(
        accepts: ["Theo mô hình không tin cậy.", "Theo Zero Trust.", "Xác minh mọi truy cập."],
        rejects: [
          "Xác minh danh tính.", "Ghi nhật ký mọi truy cập.", "Mọi truy cập được xác minh.",
          "Loại thiết bị không tin cậy.", "Chưa theo mô hình không tin cậy.",
        ]))
    #expect(proof.faults.isEmpty && proof.survivors.isEmpty && proof.isProved)
    #expect(proof.mutations.count == 9)
  }

  @Test func `what no example notices is named`() throws {
    let proof = try Self.proof(
      Self.wording(accepts: ["Theo mô hình không tin cậy."], rejects: ["Xác minh danh tính."]))
    #expect(
      Set(proof.survivors) == [
        .wayLeftOut(way: 1), .partLeftOut(way: 1, part: 0), .orderIgnored(way: 1), .unlessLeftOut,
        .denialsIgnored, .phraseLeftOut("zero trust", way: 0, part: 0),
      ])
    #expect(proof.isProved)
  }

  @Test func `a wording that does not do what it says is not proved`() throws {
    let proof = try Self.proof(
      Self.wording(accepts: ["Bảo đảm an toàn."], rejects: ["Theo mô hình không tin cậy."]))
    #expect(proof.faults.map(\.isAccepting) == [true, false])
    #expect(!proof.isProved)
  }
}
