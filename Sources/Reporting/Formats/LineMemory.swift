import Catalogue
import Compliance
import Source

/// Words that recur in the lines of a review: nearly all that a finding says depends on its criterion and
/// outcome alone. It changes how long a line takes and never the line. Used by one worker at a time.
final class LineMemory {
  /// Bytes of words that are kept; a catalogue of six hundred criteria needs half of it.
  private static let most = Limits().memory.findings

  /// What a finding says before its evidence and after it, members of an object on one line, and what of it is sealed.
  final class Words {
    let before: [UInt8]
    let after: [UInt8]
    let seal: [UInt8]

    init(before: [UInt8], after: [UInt8], seal: [UInt8]) {
      self.before = before
      self.after = after
      self.seal = seal
    }
  }

  /// What the words of a finding depend on, besides its criterion.
  private final class KnownFinding {
    let force: Force
    let verdict: Verdict
    let reason: Finding.Reason
    let parts: [(state: PartState, reason: PartReason)]
    let bases: [LegalState?]
    let words: Words

    init(_ finding: Finding, _ words: Words) {
      force = finding.force
      verdict = finding.verdict
      reason = finding.reason
      parts = finding.parts.map { ($0.state, $0.reason) }
      bases = finding.bases.map(\.state)
      self.words = words
    }

    func isOf(_ finding: Finding) -> Bool {
      let (others, texts) = (finding.parts, finding.bases)
      guard verdict == finding.verdict, force == finding.force, parts.count == others.count,
        bases.count == texts.count, reason == finding.reason
      else { return false }
      for index in parts.indices
      where parts[index].state != others[index].state || parts[index].reason != others[index].reason {
        return false
      }
      for index in bases.indices where bases[index] != texts[index].state { return false }
      return true
    }
  }

  /// The findings of one criterion. It is held so that no other can take its address.
  private final class Known {
    let criterion: AnyObject
    var findings: [KnownFinding] = []

    init(criterion: AnyObject) {
      self.criterion = criterion
    }
  }

  private struct CitedState: Hashable {
    let citation: Citation
    let state: LegalState?
  }

  /// By the place of the criterion in its catalogue.
  private var known: [Known?] = []
  private var citations: [CitedState: String] = [:]
  private var size = 0

  /// Nil for a finding of which people decided something: few have any, and each says so in words of its own.
  func words(of finding: Finding, make: () -> Words) -> Words? {
    if finding.isDecided { return nil }
    if let words = self.known(finding) { return words }
    let words = make()
    guard finding.saysNothingOfThePlan, size < Self.most else { return words }
    size += words.before.count + words.after.count + words.seal.count
    let (criterion, number) = (finding.criterionIdentity, finding.criterionNumber)
    while known.count <= number { known.append(nil) }
    let holder = known(of: finding) ?? Known(criterion: criterion)
    holder.findings.append(KnownFinding(finding, words))
    known[number] = holder
    return words
  }

  /// The words that were put together before; nil where there are none.
  func known(_ finding: Finding) -> Words? {
    if finding.isDecided { return nil }
    return known(of: finding)?.findings.first { $0.isOf(finding) }?.words
  }

  /// Another check, with another catalogue, may use the same memory.
  private func known(of finding: Finding) -> Known? {
    let number = finding.criterionNumber
    guard number < known.count, let known = known[number], known.criterion === finding.criterionIdentity
    else {
      return nil
    }
    return known
  }

  func words(of citation: LocatedCitation, make: () -> String) -> String {
    let key = CitedState(citation: citation.citation, state: citation.state)
    if let words = citations[key] { return words }
    let words = make()
    guard size < Self.most else { return words }
    size += words.utf8.count
    citations[key] = words
    return words
  }
}

extension Finding {
  /// Whether its reasons hold no words or figures of the plan: others are seldom twice the same.
  fileprivate var saysNothingOfThePlan: Bool {
    switch reason {
    case .conditionFalse(.period), .conditionUnknown(.period): return false
    default: break
    }
    return parts.allSatisfy { part in
      switch part.reason {
      case .stated, .absent, .notTranscribed, .nothingFound, .contradicted, .undated, .impossibleDate,
        .nothingResolved,
        .mixedUnits, .textNotInForce, .rulesBroke, .oneOf, .unreadable:
        true
      case .restsOnReplaced, .citesFuture, .ambiguous, .late, .tooFew, .tooLow, .withoutDetail, .sumDiffers,
        .rulesComplain, .onlyClaimed, .takenBack, .wordsContradict:
        false
      }
    }
  }
}
