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
    version: CommandLine.arguments.contains("--version") ? VersionText.text : Program.version,
    subcommands: [
      CheckCommand.self, ReadCommand.self, ConfirmCommand.self, NewPlanCommand.self, ReviewCommand.self,
      RejudgeCommand.self, DiffCommand.self,
      LintCommand.self,
      SchematronCommand.self, CatalogueCommand.self, ExportCommand.self, ExplainCommand.self,
      LimitsCommand.self,
    ],
    helpNames: .long)

  /// Whether the commands that judge are asked for: what they need whatever the options say is begun beside the
  /// reading of the command line.
  private static var judges: Bool {
    let arguments = CommandLine.arguments
    return arguments.count > 2 && ["check", "review", "rejudge"].contains(arguments[1])
  }

  /// What the caller wrote, whatever bytes it has.
  ///
  /// `-h` asks for help where it stands alone. Left to the parser it would do so inside a word as well, and a
  /// file named `-hue.xml` would end in the help of the command.
  private static var arguments: [String] {
    let all = (1..<max(1, Int(CommandLine.argc))).map { index in
      CommandLine.unsafeArgv[index].map { text in
        ArgumentText.text(
          of: UnsafeBufferPointer(start: text, count: strlen(text)).map(UInt8.init(bitPattern:)))
      } ?? ""
    }
    let options = all.prefix { $0 != "--" }
    return options.map { $0 == "-h" ? "--help" : $0 } + all.dropFirst(options.count)
  }

  static func main() {
    MemoryEnd.watch(
      saying: "khung: " + Phrase("refusals.out-of-memory").said, status: RunStatus.refused.exitStatus)
    if judges { PlanContract.begin() }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      if judges { PlanContract.end() }
      let code = exitCode(for: error)
      let text = UsageText(error)
      // A command that ended well has said what it had to say: its output is not a byte longer.
      if code.isSuccess, !text.words.isEmpty {
        // Help and scripts for a shell are the program's own words; complaints repeat those of the caller.
        do throws(OutputFailure) {
          try Output.toStandardOutput(text.words + "\n")
        } catch {
          Tool.complain(Speech.language.message(error))
          Glibc.exit(RunStatus.fault.exitStatus)
        }
      } else if !code.isSuccess, !text.words.isEmpty {
        Tool.complain(text.words)
      }
      Glibc.exit(code.rawValue)
    }
  }
}
