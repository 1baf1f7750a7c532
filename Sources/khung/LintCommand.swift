import ArgumentParser
import BuiltIn
import Editing
import Judging
import Linting
import Phrasing
import Source

/// `khung lint`: the catalogue's rules over folders or files of a catalogue.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Look through a catalogue for mistakes, and repair the mechanical ones.",
    discussion: """
      A file is looked at together with the catalogue it stands in: the folder with edition.xml above it, or \
      else the built-in edition. <?khung-lint allow="K037" reason="…"?> before an element keeps a finding \
      quiet. Exit status 1 when there are errors; warnings and notes are for people.
      """)

  @Argument(help: "Folders or files of a catalogue.", completion: .file())
  var paths: [String] = []

  @Option(help: "Format: text, json, sarif or github.")
  var format: LintFormat = .text

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  @Option(
    name: .customLong("as-of"), help: "The day whose law counts (YYYY-MM-DD); today unless given.",
    transform: Day.read)
  var asOf: CalendarDate?

  @Flag(help: "Repair what can be repaired, then report the rest.")
  var fix = false

  @Option(help: "Findings that are known already (see --write-baseline).", completion: .file())
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"), help: "Write what is found as a baseline.", completion: .file())
  var newBaseline: String?

  @Option(name: .shortAndLong, help: "File instead of standard output.", completion: .file())
  var output: String?

  @Flag(help: "List the rules.")
  var list = false

  @Option(help: "Explain one rule, by its id or name.")
  var explain: String?

  func validate() throws {
    if let explain, Rules.named(explain) == nil {
      throw ValidationError(
        "'\(SafeText.harmless(String(explain.prefix(100))))' is no rule; khung lint --list shows them all.")
    }
    guard !paths.isEmpty || list || explain != nil else {
      throw ValidationError("Name a folder or a file, for example: khung lint Standards")
    }
  }

  func run() throws {
    let status = try Tool.guarded(language) {
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
    if let newBaseline { try Output.toFile(LintBaselineFile.text(LintBaseline(result)), at: newBaseline) }
    let compared = known?.compared(with: result)
    // Of a catalogue looked at in part the baseline may list what stands elsewhere.
    let isWhole = inputs.allSatisfy(\.isWhole)
    let shown = compared?.new ?? result
    let terminal = Terminal(isOutput: output == nil || output == "-")
    let text = LintRenderer(language, style: terminal.style).render(
      shown, known: compared?.known ?? 0, removable: isWhole ? compared?.removable ?? [] : [], as: format)
    if let output, output != "-" {
      try Output.toFile(text, at: output)
    } else {
      try Output.toStandardOutput(text)
    }
    return shown.count(.error) > 0 ? .gaps : .conforming
  }

  private func repair(_ input: inout LintInput, _ contracts: Contracts) throws {
    let (changed, leftAlone) = Repair(contracts).repaired(
      input.files, stability: input.stability, asOf: asOf ?? Tool.today, mayChange: input.isWanted)
    for file in changed {
      try Output.toFile(String(decoding: file.bytes, as: UTF8.self), at: file.file.text.name)
      Tool.complain(language.repaired(file.file.text.name, count: file.count))
    }
    for name in leftAlone { Tool.complain(language.leftAlone(name)) }
    input.replace(changed.map(\.file))
  }
}

extension LintFormat: ExpressibleByArgument {}
