import ArgumentParser
import Editing
import Languages
import Phrasing
import Source
import Wordings
import Writing

/// `khung catalogue test`: every criterion proved on its examples, and each part of each requirement
/// broken once to see that an example notices.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: Phrase("command-line.test").said,
    discussion: Phrase("command-line.test-details").said)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  @Flag(help: Phrase("command-line.test-all").help)
  var all = false

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let check = try loaded.check()
      let proof = check.proof(
        by: try catalogue.sources.examples(), schema: loaded.contract.schema,
        vocabulary: loaded.contract.vocabulary)
      let phrasing = Phrasing(language, catalogue: check.catalogue, vocabulary: loaded.contract.vocabulary)
      let wordings = WordingProof.proofs(of: try catalogue.sources.wordings())
      let text =
        ProofText(phrasing).text(proof, listsAll: all)
        + (wordings.isEmpty ? "" : WordingText(language).text(wordings, listsAll: all))
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return proof.isComplete && wordings.allSatisfy(\.isProved) ? .conforming : .gaps
    }
  }
}
