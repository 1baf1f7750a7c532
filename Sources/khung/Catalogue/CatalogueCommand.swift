import ArgumentParser
import Source

/// `khung catalogue`: what the catalogue holds, and what proves it.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: Phrase("command-line.catalogue").said,
    subcommands: [
      ListCommand.self, ShowCommand.self, StatisticsCommand.self, GraphCommand.self, TestCommand.self,
      CalendarCommand.self, NewCommand.self, RebaseCommand.self, CatalogueDiffCommand.self,
      RecordCommand.self,
    ])
}
