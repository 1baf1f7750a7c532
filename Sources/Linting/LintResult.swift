import Catalogue

/// What one run of the linter found.
public struct LintResult: Sendable {
  public let findings: [LintFinding]
  /// Findings that a suppression in the file covers.
  public let suppressed: [LintFinding]
  public let files: [Catalogue.File]
  public let entries: Int

  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The findings of two catalogues together.
  public func joined(with other: LintResult) -> LintResult {
    LintResult(
      findings: findings + other.findings, suppressed: suppressed + other.suppressed,
      files: files + other.files, entries: entries + other.entries)
  }

  /// The same with other findings: what a baseline or a choice of files leaves.
  public func keeping(_ isKept: (LintFinding) -> Bool) -> LintResult {
    LintResult(
      findings: findings.filter(isKept), suppressed: suppressed, files: files, entries: entries)
  }
}
