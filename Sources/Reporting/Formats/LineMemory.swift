import Catalogue
import Compliance
import Synchronization

/// Words that recur in the lines of a review: nearly all that a finding says depends on its criterion and
/// outcome alone. Bounded, and shared by all workers; it changes how long a line takes and never the line.
final class LineMemory: Sendable {
  private static let most = 10_000

  private let findings = Mutex<[Outcome: (before: [UInt8], after: [UInt8])]>([:])
  private let citations = Mutex<[CitedState: String]>([:])

  /// Everything on which the words of a finding without an answer or a waiver depend, but its evidence.
  private struct Outcome: Hashable {
    let criterion: String
    let force: Force
    let verdict: Verdict
    let reason: Finding.Reason
    let parts: [PartOutcome]
    let bases: [LegalState?]

    struct PartOutcome: Hashable {
      let state: PartState
      let reason: PartReason
    }
  }

  private struct CitedState: Hashable {
    let citation: Citation
    let state: LegalState?
  }

  /// - Returns: the members of the finding before its evidence and after it, each as an object.
  func words(
    of finding: Finding, make: () -> (before: [UInt8], after: [UInt8])
  ) -> (before: [UInt8], after: [UInt8]) {
    let outcome = Outcome(
      criterion: finding.criterion.id, force: finding.force, verdict: finding.verdict, reason: finding.reason,
      parts: finding.parts.map { Outcome.PartOutcome(state: $0.state, reason: $0.reason) },
      bases: finding.bases.map(\.state))
    if let known = findings.withLock({ $0[outcome] }) { return known }
    let words = make()
    findings.withLock { findings in
      if findings.count >= Self.most { findings = [:] }
      findings[outcome] = words
    }
    return words
  }

  func words(of citation: LocatedCitation, make: () -> String) -> String {
    let key = CitedState(citation: citation.citation, state: citation.state)
    if let known = citations.withLock({ $0[key] }) { return known }
    let words = make()
    citations.withLock { citations in
      if citations.count >= Self.most { citations = [:] }
      citations[key] = words
    }
    return words
  }
}
