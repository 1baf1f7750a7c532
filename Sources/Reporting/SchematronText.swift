import Languages
import Schematron
import Source

/// Renders the results of a Schematron schema as lines: one a finding, one a document.
package struct SchematronText {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  package func text(_ result: ValidationResult) -> String {
    let lines = result.findings.map(line) + idle(result) + [summary(result)]
    return lines.map { SafeText.harmless($0) + "\n" }.joined()
  }

  /// What checked nothing, by name: one line a rule or pattern.
  package func idle(_ result: ValidationResult) -> [String] {
    result.idle.map { "\(result.document): \(language(.idle($0)))" }
  }

  private func line(_ finding: SchematronFinding) -> String {
    let kind = language(finding.kind == .failedAssertion ? .assertFailed : .reportFired)
    let marks = [finding.id, finding.role, finding.severity, finding.flag].compactMap { $0 }
    let label = marks.isEmpty ? kind : "\(kind) [\(marks.joined(separator: ", "))]"
    let place = "\(finding.document):\(finding.position.line):\(finding.position.column)"
    let details = finding.diagnostics.map { " – " + $0.message.plain }.joined()
    return "\(place): \(label): \(finding.words)\(details) (\(finding.location))"
  }

  private func summary(_ result: ValidationResult) -> String {
    let fired = result.firedRules
    let phrase: Phrase =
      if !result.isValid {
        .schematronInvalid(findings: result.findings.count, rules: fired)
      } else if fired == 0 {
        .schematronNothingMatched
      } else if !result.idle.isEmpty {
        .schematronIncomplete(idle: result.idle.count, rules: fired)
      } else {
        .schematronValid(rules: fired)
      }
    return "\(result.document): \(language(phrase))"
  }
}
