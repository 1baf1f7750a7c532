import ArgumentParser
import BuiltIn
import Editing
import Judging
import Languages
import Linting
import Source
import Writing

/// `khung lint`: the catalogue's rules over folders or files of a catalogue.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: Phrase("command-line.lint").said,
    discussion: Phrase("command-line.lint-details").said)

  @Argument(help: Phrase("command-line.lint-paths").help, completion: .file())
  var paths: [String] = []

  @Option(help: Phrase("command-line.lint-format").help)
  var format: LintFormat = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  @Option(
    name: .customLong("as-of"), help: Phrase("command-line.day-of-law").help,
    transform: Day.read)
  var asOf: CalendarDate?

  @Flag(help: Phrase("command-line.lint-fix").help)
  var fix = false

  @Option(help: Phrase("command-line.lint-baseline").help, completion: .file())
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"), help: Phrase("command-line.lint-write-baseline").help,
    completion: .file())
  var newBaseline: String?

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  @Flag(help: Phrase("command-line.lint-list").help)
  var list = false

  @Option(help: Phrase("command-line.lint-explain").help)
  var explain: String?

  func validate() throws {
    if let explain, Rules.named(explain) == nil {
      throw Phrase("command-line.no-rule", ["name": .text(String(explain.prefix(100)))])
        .suggesting(explain, among: Rules.names).usageError
    }
    guard !paths.isEmpty || list || explain != nil else {
      throw Phrase("command-line.name-a-folder").usageError
    }
  }

  func run() throws {
    let status = try Tool.guarded {
      if list {
        try Output.toStandardOutput(RuleCardText(language).list())
        return .conforming
      }
      if let card = explain.flatMap({ Rules.named($0) })?.card {
        try Output.toStandardOutput(RuleCardText(language).text(card))
        return .conforming
      }
      return try lint()
    }
    throw ExitCode(status.exitStatus)
  }

  private func lint() throws -> RunStatus {
    let known = try baseline.map { try LintBaselineFile.read(SourceReader().read($0)) }
    let contracts = try Contracts(
      catalogue: BuiltIn.schema("catalogue"),
      plan: BuiltIn.schema("master-plan"))
    var result: LintResult?
    let inputs = try LintInput.all(paths, builtIn: { try RuleBookSources().catalogueFiles() })
    for var input in inputs {
      if fix { try repair(&input, contracts) }
      let found = input.lint(contracts, asOf: asOf ?? Tool.today)
      result = result.map { $0.joined(with: found) } ?? found
    }
    guard let result else { return .refused }
    if let newBaseline { try OutputFile.write(LintBaselineFile.text(LintBaseline(result)), to: newBaseline) }
    let compared = known?.compared(with: result)
    // Of a catalogue looked at in part the baseline may list what stands elsewhere.
    let isWhole = inputs.allSatisfy(\.isWhole)
    let shown = compared?.new ?? result
    let terminal = Terminal(isOutput: output == nil || output == "-")
    let text = LintRenderer(language, style: terminal.style).render(
      shown, known: compared?.known ?? 0, removable: isWhole ? compared?.removable ?? [] : [], as: format)
    if let output, output != "-" {
      try OutputFile.write(text, to: output)
    } else {
      try Output.toStandardOutput(text)
    }
    return shown.count(.error) > 0 ? .gaps : .conforming
  }

  private func repair(_ input: inout LintInput, _ contracts: Contracts) throws {
    let (changed, leftAlone) = Repair(contracts).repaired(
      input.files, stability: input.stability, asOf: asOf ?? Tool.today, mayChange: input.isWanted)
    for file in changed {
      try OutputFile.write(String(decoding: file.bytes, as: UTF8.self), to: file.file.text.name)
      Tool.complain(Speech.language.repaired(file.file.text.name, count: file.count))
    }
    for name in leftAlone { Tool.complain(Speech.language.leftAlone(name)) }
    input.replace(changed.map(\.file))
  }
}

extension LintFormat: ExpressibleByArgument {}
