import ArgumentParser
import BuiltIn
import Languages
import Reporting
import Source
import Writing

/// `khung limits`: every bound of the program.
struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits", abstract: Phrase("command-line.limits").said)

  @Option(help: Phrase("command-line.limits-format").help)
  var format: ListCommand.Format = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let listing = LimitListing(words: try BuiltIn.file("Data/limits.tsv"), language)
      try Output.toStandardOutput(
        format == .json ? listing.json : listing.text(width: Terminal(isOutput: true).width))
      return .conforming
    }
  }
}
