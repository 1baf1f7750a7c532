import ArgumentParser
import Editing
import Phrasing
import Source

/// `khung catalogue test`: every criterion proved on its examples, and each part of each requirement
/// broken once to see that an example notices.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Prove every criterion on its examples.",
    discussion: """
      Examples stand in the folder examples of a catalogue; the sample of a remedy counts as one that must \
      be met. Each requirement is then broken in one place at a time, and an example must notice. Exit \
      status 1 when an example comes to another verdict, when a criterion lacks an accepting or a rejecting \
      example, or when a broken requirement goes unnoticed.
      """)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  @Flag(help: "List the criteria that are proved, too.")
  var all = false

  func run() throws {
    let status = try Tool.guarded(language) {
      let loaded = try catalogue.sources.load()
      let check = try loaded.check()
      let proof = check.proof(
        by: try catalogue.sources.examples(), schema: loaded.contract.schema,
        vocabulary: loaded.contract.vocabulary)
      let phrasing = Phrasing(language, catalogue: check.catalogue, vocabulary: loaded.contract.vocabulary)
      try Output.toStandardOutput(SafeText.harmlessLines(ProofText(phrasing).text(proof, listsAll: all)))
      return proof.isComplete ? .conforming : .gaps
    }
    throw ExitCode(status.exitStatus)
  }
}
