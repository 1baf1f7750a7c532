import Linting
import Phrasing
import Source
import Writing

/// Findings as data: names and values are stable, words are in the language asked for.
struct LintJSON {
  static let format = "urn:khung:lint-report:1"

  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ result: LintResult, known: Int, removable: [LintBaseline.Entry]) -> String {
    JSON.object([
      ("format", .string(Self.format)),
      ("program", .object([("name", .string("khung")), ("version", .string(Program.version))])),
      ("language", .string(language.rawValue)),
      ("files", .integer(result.files.count)),
      ("entries", .integer(result.entries)),
      ("counts", .object(Severity.allCases.reversed().map { ($0.rawValue, .integer(result.count($0))) })),
      ("findings", .array(result.findings.map(finding))),
      ("suppressed", .array(result.suppressed.map(finding))),
      ("known", .integer(known)),
      ("removable", .array(removable.map(LintBaselineFile.json))),
    ]).text()
  }

  private func finding(_ finding: LintFinding) -> JSON {
    .object([
      ("rule", .string(finding.rule)),
      ("name", .string(Rules.named(finding.rule)?.card.name ?? "")),
      ("severity", .string(finding.severity.rawValue)),
      ("category", .string(Rules.named(finding.rule)?.card.category.rawValue ?? "")),
      ("file", .string(finding.source)),
      ("line", .integer(finding.position.line)),
      ("column", .integer(finding.position.column)),
      ("entry", .string(finding.entry)),
      ("path", .string(finding.path)),
      ("message", .string(language.words(finding))),
      ("fixable", .boolean(finding.fix != nil)),
      ("fingerprint", .string(finding.fingerprint)),
    ])
  }
}
