import Catalogue

/// What one run of the linter found.
package struct LintResult: Sendable {
  package let findings: [LintFinding]
  /// Findings that a suppression in the file covers.
  package let suppressed: [LintFinding]
  package let files: [Catalogue.File]
  package let entries: Int

  package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The findings of two catalogues together.
  package func joined(with other: LintResult) -> LintResult {
    LintResult(
      findings: findings + other.findings, suppressed: suppressed + other.suppressed,
      files: files + other.files, entries: entries + other.entries)
  }

  /// The same with other findings: what a baseline or a choice of files leaves.
  package func keeping(_ isKept: (LintFinding) -> Bool) -> LintResult {
    LintResult(
      findings: findings.filter(isKept), suppressed: suppressed, files: files, entries: entries)
  }
}
