import ArgumentParser
import BuiltIn
import Judging
import Phrasing
import Rounds

/// `khung diff OLD NEW`: two rounds of one plan, or two folders of reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two saved JSON gap reports, or two rounds of many.",
    discussion: """
      A round is a folder that khung review wrote (its reports.ndjson), or a folder of JSON reports. Says who \
      closed what, who got worse, who is new, who is missing, and which files are refused; by criterion and not \
      by line. Exit status: 0 nothing got worse; 1 something got worse; 3 a plan of the earlier round is not in \
      the later one, or a file of the later one is refused; 2 an input of this command was refused.
      """)

  @Argument(help: "The earlier report, folder of a review, or folder of reports.")
  var old: String

  @Argument(help: "The later report, folder of a review, or folder of reports.")
  var new: String

  @Option(name: .customLong("lang"), help: "Language: vi or en; that of the later report unless given.")
  var language: Language?

  @Option(help: "Format: text, html or json.")
  var format: DifferenceFormat = .text

  @Option(name: .shortAndLong, help: "File instead of standard output.", completion: .file())
  var output: String?

  func run() throws {
    let status = try Tool.guarded(language ?? .vietnamese) {
      let (before, after) = (try ReportFolder.read(old), try ReportFolder.read(new))
      let spoken = after.round.marks.isEmpty ? nil : try after.round.report(0).language
      let language = self.language ?? spoken ?? .vietnamese
      for refusal in before.refusals + after.refusals { Tool.complain(language.explanation(refusal)) }
      let round = try RoundDifference(old: before.round, new: after.round)
      let loaded = try RuleBookSources().load()
      let terminal = Terminal(isOutput: output == nil || output == "-")
      let text = try round.rendered(
        as: format, Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary),
        width: terminal.width, style: terminal.style, page: BuiltIn.page("difference"))
      try Output.write(text, to: output)
      guard before.refusals.isEmpty, after.refusals.isEmpty else { return .refused }
      if round.isWorse { return .gaps }
      return round.isComplete ? .conforming : .incomplete
    }
    throw ExitCode(status.exitStatus)
  }
}

extension DifferenceFormat: ExpressibleByArgument {}
