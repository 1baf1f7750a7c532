import ArgumentParser
import Editing
import Languages
import Source
import Writing

/// `khung catalogue stats`: how much the catalogue holds, and how well it is known.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: Phrase("command-line.stats").said)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: Phrase("command-line.day").help, transform: Day.read)
  var asOf: CalendarDate?

  @Option(help: Phrase("command-line.format-text-json").help)
  var format: ListCommand.Format = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let statistics = CatalogueStatistics(
        try catalogue.sources.load().catalogue, try catalogue.sources.wordings(), on: asOf ?? Tool.today,
        language)
      try Output.toStandardOutput(format == .json ? statistics.json : statistics.text)
      return .conforming
    }
  }
}
