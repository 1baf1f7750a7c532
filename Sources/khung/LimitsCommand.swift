import ArgumentParser
import BuiltIn
import Phrasing
import Reporting
import Writing

/// `khung limits`: every bound of the program.
struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "List the bounds of the program: what each protects, and what happens when it is met.")

  @Option(help: "Format: text or json.")
  var format: ListCommand.Format = .text

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  func run() throws {
    let status = try Tool.guarded(language) {
      let listing = LimitListing(words: try BuiltIn.file("Words/limits.tsv"), language)
      try Output.toStandardOutput(
        format == .json ? listing.json : listing.text(width: Terminal(isOutput: true).width))
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
