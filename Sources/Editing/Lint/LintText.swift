import Linting
import Phrasing
import Source
import Writing

/// Findings for a person at a terminal: each with the line it stands on and a mark below the place.
struct LintText {
  private let language: Language
  private let style: TerminalStyle

  init(_ language: Language, style: TerminalStyle) {
    self.language = language
    self.style = style
  }

  func text(_ result: LintResult, known: Int, removable: [LintBaseline.Entry]) -> String {
    var lines = result.findings.flatMap(lines)
    lines += removable.map { SafeText.harmless(language(.removable(rule: $0.rule, entry: $0.entry))) }
    let summary = EditorPhrase.lintSummary(
      errors: result.count(.error), warnings: result.count(.warning), notes: result.count(.note),
      files: result.files.count, entries: result.entries)
    lines.append(language(summary))
    if !result.suppressed.isEmpty { lines.append(language(EditorPhrase.suppressed(result.suppressed.count))) }
    if known > 0 { lines.append(language(EditorPhrase.known(known))) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ finding: LintFinding) -> [String] {
    let name = Rules.named(finding.rule)?.card.name ?? ""
    let severity = style.severity(finding.severity, language(EditorPhrase.severity(finding.severity)))
    let place = SafeText.harmless("\(finding.source):\(finding.position.line):\(finding.position.column)")
    let head = "\(place): \(severity) \(finding.rule) \(name): \(language.words(finding))"
    let (before, after) = finding.excerpt
    guard !before.isEmpty || !after.isEmpty else { return [head] }
    let excerpt = SafeText.harmless(before + after)
    // Marks that combine take no column of their own.
    let column = before.count
    let number = "\(finding.position.line)"
    let margin = String(repeating: " ", count: number.count)
    return [
      head, "  \(number) | \(excerpt)", "  \(margin) | \(String(repeating: " ", count: column))^",
    ]
  }
}

extension TerminalStyle {
  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .note: heading(text)
    }
  }
}
