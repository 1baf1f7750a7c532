import Catalogue
import Source

/// What a saved report says of one criterion, as far as a new catalogue needs it to tell the verdict.
package struct RecordedVerdict: Sendable {
  package let criterion: String
  package let verdict: Verdict
  /// What each part came to, by the notation of its requirement.
  package let parts: [String: PartState]

  package init(criterion: String, verdict: Verdict, parts: [String: PartState]) {
    self.criterion = criterion
    self.verdict = verdict
    self.parts = parts
  }
}

/// What becomes of a recorded verdict under another edition of the catalogue, without the plan.
package enum VerdictForecast: Sendable, Hashable {
  case same
  case changes(to: Verdict)
  /// The report does not hold what the new requirement asks: the plan must be checked again.
  case mustBeChecked
  /// The new edition has no such criterion.
  case removed
  /// The old edition had no such criterion. A plan is judged by it; a saved report does not tell.
  case added(Verdict?)
}

/// Tells verdicts under a new edition from what was recorded under an old one.
package struct VerdictForecaster: Sendable {
  private let old: Catalogue
  private let new: Catalogue
  /// Texts and frameworks of which something changed that may count for a verdict.
  private let changedTexts: Set<String>
  /// Wordings of which something changed that may count, by `WordingKey.name`.
  private let changedWordings: Set<String>
  /// Whether what takes words back changed: then no wording says what it said.
  private let changesDenials: Bool

  package init(from old: Catalogue, to new: Catalogue, _ difference: CatalogueDifference) {
    self.old = old
    self.new = new
    let kinds: Set<String> = ["instrument", "standard", "framework"]
    // Words for people change no verdict; dates, edges, numbers and names by which a text is cited do.
    let words = ["title", "note", "provision", "provenance", "field", "committee", "decision", "status-seen"]
    changedTexts = Set(
      difference.entries.filter { entry in
        kinds.contains(entry.kind)
          && (entry.change != .changed
            || entry.details.contains { detail in !words.contains { detail.path.hasPrefix($0) } })
      }.map(\.id))
    let examples = ["accepts", "rejects", "seen", "@origin"]
    func counts(_ entry: CatalogueDifference.Entry) -> Bool {
      entry.change != .changed
        || entry.details.contains { detail in !examples.contains { detail.path.hasPrefix($0) } }
    }
    changedWordings = Set(difference.entries.filter { $0.kind == "wording" && counts($0) }.map(\.id))
    let denials: Set<String> = ["denial", "clause-words", "double-denial"]
    changesDenials = difference.entries.contains { denials.contains($0.kind) && counts($0) }
  }

  /// - Parameters:
  ///   - asOf: the day whose law the report counted.
  ///   - approved: the plan's approval date, for transition rules; nil for a draft.
  package func forecast(
    of recorded: RecordedVerdict, asOf: CalendarDate, approved: CalendarDate?
  ) -> VerdictForecast {
    guard let criterion = new.criterion(recorded.criterion) else { return .removed }
    guard let before = old.criterion(recorded.criterion) else { return .mustBeChecked }
    // People's decisions stay theirs; what they decided about may have changed.
    guard recorded.verdict != .waived else {
      return before.meaningDigest == criterion.meaningDigest ? .same : .mustBeChecked
    }
    let inForce = criterion.bases.filter {
      new.state(of: $0.instrument, on: asOf, approved: approved)?.isInForce ?? false
    }
    // Whether decisions of a province bind the plan, only the plan tells: what was recorded knows it.
    if !inForce.isEmpty, inForce.allSatisfy({ new.instrument($0.instrument)?.binding == "local" }) {
      return before.bases == criterion.bases && before.meaningDigest == criterion.meaningDigest
        && changedTexts.isDisjoint(with: texts(of: criterion)) ? .same : .mustBeChecked
    }
    let alive = !inForce.isEmpty
    guard alive || criterion.ownRule != nil else { return change(recorded, .notApplicable) }
    guard criterion.isAssessable else { return change(recorded, .notAssessed) }
    let touched = !changedTexts.isDisjoint(with: texts(of: criterion)) || hasChangedWords(criterion)
    // What a basis more or less does is seen above, but for a criterion that had none in force.
    let isStill = before.bases == criterion.bases || recorded.verdict != .notApplicable
    if before.meaningDigest == criterion.meaningDigest, !touched, isStill { return .same }
    // Without parts the conditions or the bases decided, and they are what they were.
    if recorded.verdict == .notApplicable, recorded.parts.isEmpty, !touched,
      before.applicability == criterion.applicability, before.bases == criterion.bases
    {
      return .same
    }
    guard before.applicability == criterion.applicability, before.isAssessable, !touched,
      let requirement = criterion.requirement, recorded.verdict != .notApplicable
    else { return .mustBeChecked }
    let parts = requirement.parts(in: new).map { recorded.parts[$0.notation] }
    guard !parts.contains(nil) else { return .mustBeChecked }
    return change(recorded, VerdictLogic.verdict(of: parts.compactMap { $0 }))
  }

  private func change(_ recorded: RecordedVerdict, _ verdict: Verdict) -> VerdictForecast {
    recorded.verdict == verdict ? .same : .changes(to: verdict)
  }

  /// Whether the verdict rests on words that other wordings may read otherwise.
  private func hasChangedWords(_ criterion: Criterion) -> Bool {
    let names = Set(
      (criterion.requirement?.leaves ?? []).flatMap { leaf -> [WordingKey] in
        guard case .facet(let facet) = leaf else { return [] }
        return ([facet] + facet.parts(in: new)).flatMap(\.wordings)
      }.map(\.name)
        + criterion.applicability.presences.flatMap(\.topics).map {
          WordingKey(list: WordingKey.topics, token: $0).name
        })
    return changesDenials && !names.isEmpty || !changedWordings.isDisjoint(with: names)
  }

  /// The texts on which the verdict rests.
  private func texts(of criterion: Criterion) -> Set<String> {
    Set(criterion.bases.map(\.instrument)).union(criterion.requirement.map(texts) ?? [])
  }

  private func texts(_ requirement: Requirement) -> Set<String> {
    var texts: Set<String> = []
    for case .facet(let facet) in requirement.leaves {
      if facet.looksAtAnyText { texts.formUnion(changedTexts) }
      texts.formUnion(facet.references.filter { $0.kind != .layer }.map(\.id))
    }
    return texts
  }
}
