import ArgumentParser
import Glibc
import Judging
import Source

/// The command line: one file a subcommand, no logic of its own.
@main
struct Khung: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khung",
    abstract: "Checks a Vietnamese city's smart-city master plan against the national catalogue.",
    discussion: """
      Kiểm tra đề án phát triển đô thị thông minh theo danh mục quốc gia: văn bản, tiêu chuẩn và khung \
      tham chiếu ICT.

      Exit status: 0 conforming; 1 gaps at or above --fail-on; 3 incomplete: no gap, but something \
      mandatory could not be judged; 2 an input was refused; 64 usage; 70 a fault of the program.
      """,
    version: Program.version,
    subcommands: [
      CheckCommand.self, ReviewCommand.self, RejudgeCommand.self, DiffCommand.self, LintCommand.self,
      SchematronCommand.self,
      CatalogueCommand.self, ExportCommand.self, ExplainCommand.self,
    ],
    helpNames: .long)

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
      // Help and scripts for a shell are the program's own words; complaints repeat those of the caller.
      let code = exitCode(for: error)
      if code.isSuccess { exit(withError: error) }
      let message = fullMessage(for: error)
      if !message.isEmpty { Tool.complain(message) }
      Glibc.exit(code.rawValue)
    }
  }
}
