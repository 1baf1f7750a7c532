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

  @Argument(help: Phrase("command-line.test-criteria").help)
  var criteria: [String] = []

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  @Flag(help: Phrase("command-line.test-all").help)
  var all = false

  @Flag(help: Phrase("command-line.test-explain").help)
  var explain = false

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let check = try loaded.check()
      if let stranger = criteria.first(where: { check.catalogue.criterion($0) == nil }) {
        throw Phrase("command-line.not-found", ["word": .text(String(stranger.prefix(100)))])
          .suggesting(stranger, among: check.catalogue.criteria.map(\.id)).usageError
      }
      let proof = check.proof(
        by: try catalogue.sources.examples(), schema: loaded.contract.schema,
        vocabulary: loaded.contract.vocabulary, only: Set(criteria))
      let phrasing = Phrasing(language, catalogue: check.catalogue, vocabulary: loaded.contract.vocabulary)
      let wordings = criteria.isEmpty ? WordingProof.proofs(of: try catalogue.sources.wordings()) : []
      let examples = explain ? proof.criteria.map { ExampleReport(phrasing).text($0) }.joined() : ""
      let text =
        examples + ProofText(phrasing).text(proof, listsAll: all)
        + (wordings.isEmpty ? "" : WordingText(language).text(wordings, listsAll: all))
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return proof.isComplete && wordings.allSatisfy(\.isProved) ? .conforming : .gaps
    }
  }
}
