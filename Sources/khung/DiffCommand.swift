import ArgumentParser
import BuiltIn
import Judging
import Languages
import Phrasing
import Rounds
import Source
import Writing

/// `khung diff OLD NEW`: two rounds of one plan, or two folders of reports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: Phrase("command-line.diff").said,
    discussion: Phrase("command-line.diff-details").said)

  @Argument(help: Phrase("command-line.diff-old").help)
  var old: String

  @Argument(help: Phrase("command-line.diff-new").help)
  var new: String

  @Option(name: .customLong("lang"), help: Phrase("command-line.diff-language").help)
  var language: Language?

  @Option(help: Phrase("command-line.diff-format").help)
  var format: DifferenceFormat = .text

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  func run() throws {
    try Tool.run {
      let (before, after) = (try ReportFolder.read(old), try ReportFolder.read(new))
      let spoken = after.round.marks.isEmpty ? nil : try after.round.report(0).language
      let language = self.language ?? spoken ?? Speech.ofReports
      for refusal in before.refusals + after.refusals { Tool.complain(Speech.language.explanation(refusal)) }
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
  }
}

extension DifferenceFormat: ExpressibleByArgument {}
