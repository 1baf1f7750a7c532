import ArgumentParser
import Editing
import Languages
import Source
import Writing

/// `khung catalogue show ID`: one entry, what it was on a day, and who rests on it.
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
    try Tool.look(up: entry, by: catalogue.lookUp(language)) { $0.card(for: entry, on: asOf ?? Tool.today) }
  }
}
