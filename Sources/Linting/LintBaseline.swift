/// Findings that were there when somebody drew a line: they stay quiet, a new one does not, and one that
/// was repaired is told so that it can be struck off.
package struct LintBaseline: Sendable {
  package struct Entry: Sendable, Hashable {
    package let fingerprint: String
    package let rule: String
    package let entry: String

    package init(fingerprint: String, rule: String, entry: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.entry = entry
    }
  }

  package let entries: [Entry]

  package init(entries: [Entry]) {
    self.entries = entries
  }

  /// Everything that was found.
  package init(_ result: LintResult) {
    entries = result.findings.map { Entry(fingerprint: $0.fingerprint, rule: $0.rule, entry: $0.entry) }
      .sorted { ($0.rule, $0.entry, $0.fingerprint) < ($1.rule, $1.entry, $1.fingerprint) }
  }

  /// What is new, how much is known, and what the baseline lists in vain.
  package func compared(with result: LintResult) -> (new: LintResult, known: Int, removable: [Entry]) {
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
