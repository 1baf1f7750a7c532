import ArgumentParser
import Editing
import Phrasing
import Source

/// `khung catalogue stats`: how much the catalogue holds, and how well it is known.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count entries, marks, states and criteria.")

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: "The day (YYYY-MM-DD); today unless given.", transform: Day.read)
  var asOf: CalendarDate?

  @Option(help: "Format: text or json.")
  var format: ListCommand.Format = .text

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  func run() throws {
    let status = try Tool.guarded(language) {
      let statistics = CatalogueStatistics(
        try catalogue.sources.load().catalogue, on: asOf ?? Tool.today, language)
      try Output.toStandardOutput(format == .json ? statistics.json : statistics.text)
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
