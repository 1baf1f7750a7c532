import ArgumentParser
import Editing
import Languages
import Linting
import Phrasing
import Source
import Writing

/// `khung explain`: a criterion, a rule, a verdict, a force or an exit status in words.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Phrase("command-line.explain").said)

  @Argument(help: Phrase("command-line.explain-word").help)
  var word: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: Phrase("command-line.day").help, transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let phrasing = Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary)
      let wordings = try catalogue.sources.wordings()
      guard
        let text = Explanation(phrasing).text(for: word, on: asOf ?? Tool.today)
          ?? WordingText(language).text(for: word, in: wordings)
      else {
        Tool.complain(
          Phrase("command-line.not-found", ["word": .text(String(word.prefix(100)))])
            .suggesting(
              word, among: loaded.catalogue.entryIDs + Rules.names + WordingText.names(in: wordings)
            ).said)
        return .refused
      }
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return .conforming
    }
  }
}
