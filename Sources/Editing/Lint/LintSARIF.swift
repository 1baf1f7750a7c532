import Linting
import Phrasing
import Writing

/// Findings as static-analysis results (OASIS SARIF 2.1.0).
struct LintSARIF {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ result: LintResult) -> String {
    let all = result.findings.map { ($0, false) } + result.suppressed.map { ($0, true) }
    let fired = Set(all.map(\.0.rule))
    let files = Set(result.files.map(\.text.name)).union(all.map(\.0.source)).sorted()
    return SARIFLog(
      tool: "khung lint", rules: Rules.all.map(\.card).filter { fired.contains($0.id) }.map(rule),
      invocation: .object([("executionSuccessful", .boolean(true))]),
      artifacts: files.map { SARIFLog.artifact($0) }, language: language.rawValue,
      results: all.map { self.result($0.0, isSuppressed: $0.1) }
    ).text()
  }

  private func rule(_ card: RuleCard) -> JSON {
    .object([
      ("id", .string(card.id)), ("name", .string(card.name)),
      ("shortDescription", SARIFLog.message(card.name.replacing("-", with: " "))),
      ("fullDescription", SARIFLog.message(language(card.explanation))),
      ("defaultConfiguration", .object([("level", .string(card.severity.rawValue))])),
      ("properties", .object([("category", .string(card.category.rawValue))])),
    ])
  }

  private func result(_ finding: LintFinding, isSuppressed: Bool) -> JSON {
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.rule)),
      ("level", .string(finding.severity.rawValue)),
      ("message", SARIFLog.message(language.words(finding))),
      ("locations", .array([SARIFLog.location(finding.position, in: finding.source)])),
      ("partialFingerprints", .object([("ruleOfEntry/v1", .string(finding.fingerprint))])),
    ]
    if isSuppressed {
      members.append(("suppressions", .array([.object([("kind", .string("inSource"))])])))
    }
    return .object(members)
  }
}
