import Linting

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
    return JSON.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .string("khung lint")), ("version", .string(Program.version)),
                    ("rules", .array(Rules.all.map(\.card).filter { fired.contains($0.id) }.map(rule))),
                  ])
                )
              ])
            ),
            ("invocations", .array([.object([("executionSuccessful", .boolean(true))])])),
            (
              "artifacts",
              .array(
                files.map { .object([("location", .object([("uri", .string(URIReference.ofPath($0)))]))]) })
            ),
            ("columnKind", .string("unicodeCodePoints")),
            ("language", .string(language.rawValue)),
            ("results", .array(all.map { self.result($0.0, isSuppressed: $0.1) })),
          ])
        ])
      ),
    ]).text()
  }

  private func rule(_ card: RuleCard) -> JSON {
    .object([
      ("id", .string(card.id)), ("name", .string(card.name)),
      ("shortDescription", message(card.name.replacing("-", with: " "))),
      ("fullDescription", message(language(card.explanation))),
      ("defaultConfiguration", .object([("level", .string(card.severity.rawValue))])),
      ("properties", .object([("category", .string(card.category.rawValue))])),
    ])
  }

  private func result(_ finding: LintFinding, isSuppressed: Bool) -> JSON {
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.rule)),
      ("level", .string(finding.severity.rawValue)),
      ("message", message(language.words(finding))),
      (
        "locations",
        .array([
          .object([
            (
              "physicalLocation",
              .object([
                ("artifactLocation", .object([("uri", .string(URIReference.ofPath(finding.source)))])),
                (
                  "region",
                  .object([
                    ("startLine", .integer(finding.position.line)),
                    ("startColumn", .integer(finding.position.column)),
                  ])
                ),
              ])
            )
          ])
        ])
      ),
      ("partialFingerprints", .object([("ruleOfEntry/v1", .string(finding.fingerprint))])),
    ]
    if isSuppressed {
      members.append(("suppressions", .array([.object([("kind", .string("inSource"))])])))
    }
    return .object(members)
  }

  private func message(_ text: String) -> JSON {
    .object([("text", .string(Excerpt.harmless(text)))])
  }
}
