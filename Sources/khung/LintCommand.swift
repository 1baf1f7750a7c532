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

  @Flag(help: Phrase("command-line.lint-diff").help)
  var diff = false

  @Option(help: Phrase("command-line.lint-select").help, transform: Self.rules)
  var select: [String] = []

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
    guard !paths.isEmpty || list || explain != nil || LintInput.folderHere != nil else {
      throw Phrase("command-line.name-a-folder").usageError
    }
  }

  /// Ids or names of rules with commas between them, as their ids.
  private static func rules(_ text: String) throws -> [String] {
    try text.split(separator: ",").map { word in
      guard let rule = Rules.named(String(word)) else {
        throw Phrase("command-line.no-rule", ["name": .text(String(word.prefix(100)))])
          .suggesting(String(word), among: Rules.names).usageError
      }
      return rule.card.id
    }
  }

  func run() throws {
    try Tool.run {
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
  }

  private func lint() throws -> RunStatus {
    let known = try baseline.map { try LintBaselineFile.read(SourceReader().read($0)) }
    let contracts = try Contracts(
      catalogue: BuiltIn.schema("catalogue"),
      plan: BuiltIn.schema("master-plan"),
      places: BuiltIn.file("Data/provinces.tsv"))
    var result: LintResult?
    let paths = paths.isEmpty ? [LintInput.folderHere].compactMap { $0 } : paths
    let inputs = try LintInput.all(paths, builtIn: { try RuleBookSources().catalogueFiles() })
    var differences: [String] = []
    for var input in inputs {
      if fix || diff {
        let repairs = LintRepairs(of: input, contracts, rules: select, asOf: asOf ?? Tool.today)
        if diff {
          differences.append(repairs.difference)
          continue
        }
        try carryOut(repairs)
        input = repairs.repaired
      }
      let found = input.lint(contracts, asOf: asOf ?? Tool.today)
      result = result.map { $0.joined(with: found) } ?? found
    }
    if diff {
      try Output.write(SafeText.harmlessLines(differences.joined()), to: output)
      return differences.allSatisfy(\.isEmpty) ? .conforming : .gaps
    }
    guard var result else { return .refused }
    if !select.isEmpty { result = result.keeping { select.contains($0.rule) } }
    if let newBaseline { try OutputFile.write(LintBaselineFile.text(LintBaseline(result)), to: newBaseline) }
    let compared = known?.compared(with: result)
    // Of a catalogue looked at in part the baseline may list what stands elsewhere.
    let isWhole = inputs.allSatisfy(\.isWhole)
    let shown = compared?.new ?? result
    let terminal = Terminal(isOutput: output == nil || output == "-")
    let text = LintRenderer(language, style: terminal.style).render(
      shown, known: compared?.known ?? 0, removable: isWhole ? compared?.removable ?? [] : [], as: format)
    try Output.write(text, to: output)
    return shown.count(.error) > 0 ? .gaps : .conforming
  }

  private func carryOut(_ repairs: LintRepairs) throws {
    try repairs.write()
    for file in repairs.changed {
      Tool.complain(Speech.language.repaired(file.file.text.name, count: file.count))
    }
    for name in repairs.leftAlone { Tool.complain(Speech.language.leftAlone(name)) }
  }
}

extension LintFormat: ExpressibleByArgument {}
