import ArgumentParser
import Editing
import Languages
import Phrasing
import Source
import Writing

/// `khung catalogue show ID`: one entry, and what it was on a day.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Phrase("command-line.show").said)

  @Argument(help: Phrase("command-line.show-entry").help)
  var entry: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: Phrase("command-line.day").help, transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let phrasing = Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary)
      let card = EntryCard(phrasing)
      let wordings = try catalogue.sources.wordings()
      guard
        let text = card.text(for: entry, on: asOf ?? Tool.today)
          ?? WordingText(language).text(for: entry, in: wordings)
      else {
        Tool.complain(
          Phrase("command-line.not-found", ["word": .text(String(entry.prefix(100)))])
            .suggesting(entry, among: loaded.catalogue.entryIDs + WordingText.names(in: wordings)).said)
        return .refused
      }
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return .conforming
    }
  }
}
