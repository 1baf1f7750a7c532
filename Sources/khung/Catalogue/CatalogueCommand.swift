import ArgumentParser

/// `khung catalogue`: what the catalogue holds, and what proves it.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Look into the catalogue and prove it.",
    subcommands: [
      ListCommand.self, ShowCommand.self, StatisticsCommand.self, GraphCommand.self, TestCommand.self,
      CatalogueDiffCommand.self,
      RecordCommand.self,
    ])
}
