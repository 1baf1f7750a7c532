/// Findings that were there when somebody drew a line: they stay quiet, a new one does not, and one that
/// was repaired is told so that it can be struck off.
public struct LintBaseline: Sendable {
  public struct Entry: Sendable, Hashable {
    public let fingerprint: String
    public let rule: String
    public let entry: String

    public init(fingerprint: String, rule: String, entry: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.entry = entry
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// Everything that was found.
  public init(_ result: LintResult) {
    entries = result.findings.map { Entry(fingerprint: $0.fingerprint, rule: $0.rule, entry: $0.entry) }
      .sorted { ($0.rule, $0.entry, $0.fingerprint) < ($1.rule, $1.entry, $1.fingerprint) }
  }

  /// What is new, how much is known, and what the baseline lists in vain.
  public func compared(with result: LintResult) -> (new: LintResult, known: Int, removable: [Entry]) {
    var open = Dictionary(grouping: entries, by: \.fingerprint)
    var known = 0
    let new = result.keeping { finding in
      guard open[finding.fingerprint]?.popLast() != nil else { return true }
      known += 1
      return false
    }
    return (new, known, entries.filter { open[$0.fingerprint]?.popLast() != nil })
  }
}
