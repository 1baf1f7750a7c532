import ArgumentParser
import Editing
import Phrasing
import Source

/// `khung explain`: a criterion, a rule, a verdict, a force or an exit status in words.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Explain a criterion (C-ARC-02), a rule (K012), a verdict (unknown), a force or an exit status (3).")

  @Argument(help: "What to explain.")
  var word: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: "The day (YYYY-MM-DD); today unless given.", transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  func run() throws {
    let status = try Tool.guarded(language) {
      let loaded = try catalogue.sources.load()
      let phrasing = Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary)
      guard let text = Explanation(phrasing).text(for: word, on: asOf ?? Tool.today) else {
        Tool.complain("\(word.prefix(100)): \(language(.notInCatalogue))")
        return .refused
      }
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
