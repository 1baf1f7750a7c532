import Catalogue

/// What a report says of one criterion, in words that stay the same when elements are reordered, files
/// renamed, lines moved or the report is written in the other language. Two rounds are compared by it.
package struct Standing: Sendable, Hashable {
  package let verdict: Verdict
  package let force: Force
  /// The parts that fail, each with every single fault of it that has a name.
  package let faults: Set<Fault>

  /// One thing that is wrong.
  package struct Fault: Sendable, Hashable {
    /// `Requirement.notation` of the part.
    package let part: String
    /// The text, item or message at fault; nil where the part fails as a whole.
    package let detail: String?

    package init(part: String, detail: String?) {
      self.part = part
      self.detail = detail
    }
  }

  package init(verdict: Verdict, force: Force, faults: Set<Fault>) {
    self.verdict = verdict
    self.force = force
    self.faults = faults
  }

  /// How the standing moved since an earlier one of the same criterion.
  package func change(since earlier: Standing?) -> Change {
    switch (earlier?.verdict.isGap ?? false, verdict.isGap) {
    case (false, true): .new
    case (true, true): self == earlier ? .stillOpen : .changed
    case (true, false): isClosed ? .closed : .changed
    case (false, false): earlier == nil || earlier?.verdict == verdict ? .same : .changed
    }
  }

  /// Whether the plan stands worse than before: a gap that was none, a gap that grew or binds harder, or
  /// something met of which nothing is known any more.
  package func isWorse(than earlier: Standing?) -> Bool {
    guard let earlier else { return verdict.isGap }
    guard verdict.isGap else { return earlier.verdict == .met && !isClosed }
    return !earlier.verdict.isGap || (earlier.verdict == .partial && verdict == .gap)
      || force > earlier.force || !faults.isSubset(of: earlier.faults)
  }

  /// Silence closes no gap: what became unknown or was not assessed stays open.
  private var isClosed: Bool {
    switch verdict {
    case .met, .waived, .notApplicable: true
    case .gap, .partial, .unknown, .notAssessed: false
    }
  }
}

/// What became of a criterion between two rounds.
package enum Change: String, Sendable, CaseIterable {
  case new
  case changed
  case closed
  case stillOpen = "still-open"
  /// No gap before and none now.
  case same
}

extension Finding {
  package var standing: Standing {
    let faults = parts.filter { $0.state == .fails }.flatMap { part in
      [Standing.Fault(part: part.requirement.notation, detail: nil)]
        + part.faults.map { Standing.Fault(part: part.requirement.notation, detail: $0) }
    }
    return Standing(verdict: verdict, force: force, faults: Set(faults))
  }
}
