import ArgumentParser
import Glibc
import Judging
import Source
import Writing

/// The command line: one file a subcommand, no logic of its own.
@main
struct Khung: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khung",
    abstract: Phrase("command-line.khung").said,
    discussion: Phrase("command-line.khung-details").said,
    version: Program.version,
    subcommands: [
      CheckCommand.self, ReviewCommand.self, RejudgeCommand.self, DiffCommand.self, LintCommand.self,
      SchematronCommand.self, CatalogueCommand.self, ExportCommand.self, ExplainCommand.self,
      LimitsCommand.self,
    ])

  /// Whether the commands that judge are asked for: what they need whatever the options say is begun beside the
  /// reading of the command line.
  private static var judges: Bool {
    let arguments = CommandLine.arguments
    return arguments.count > 2 && ["check", "review", "rejudge"].contains(arguments[1])
  }

  static func main() {
    if judges { PlanContract.begin() }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      if judges { PlanContract.end() }
      let code = exitCode(for: error)
      let text = UsageText(error)
      if code.isSuccess {
        // Help and scripts for a shell are the program's own words; complaints repeat those of the caller.
        _ = try? Output.toStandardOutput(text.words + "\n")
      } else if !text.words.isEmpty {
        Tool.complain(text.words)
      }
      Glibc.exit(code.rawValue)
    }
  }
}
