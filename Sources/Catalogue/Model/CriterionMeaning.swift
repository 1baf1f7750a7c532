import Source

extension Criterion {
  /// A short digest of what the criterion asks, of whom and how strongly. It changes when a plan may get another answer
  /// to it: titles, remedies, notes and provenance texts do not count, and neither do the bases, which have a record
  /// of their own: a further basis is no other requirement.
  package var meaningDigest: String { String(ContentDigest.sha256(Array(meaning.utf8)).prefix(16)) }

  private var meaning: String {
    """
    force \(force.rawValue)
    own-rule \(ownRule != nil)
    assessed \(isAssessable)
    applies \(applicability.notation)
    person \(personJudges != nil)
    requirement \(requirement?.notation ?? "")
    """
  }

  /// The bases, each in a word, in their order: what the record of a catalogue keeps of them.
  package var basisNotations: [String] {
    bases.map { "\($0.instrument)/\($0.provision ?? "")/\($0.force.rawValue)" }.sorted()
  }
}

extension Applicability {
  /// The conditions in one line: the same conditions always give the same text.
  package var notation: String {
    func list(_ name: String, _ values: [String]) -> String? {
      values.isEmpty ? nil : "\(name)=\(values.sorted().joined(separator: ","))"
    }
    let years = periodOverlaps.map { "period=\($0.lowerBound)-\($0.upperBound)" }
    let dates = asOf.map { "as-of=\($0.lowerBound)..\($0.upperBound)" }
    let presences = presences.map {
      "has=\($0.sections.sorted().joined(separator: ",")):\($0.topics.sorted().joined(separator: ","))"
    }
    let parts =
      [
        list("plan-kind", planKinds), list("city-level", cityLevels), list("urban-class", urbanClasses),
        list("region", regions), list("stage", stages), years, dates, aimsAtLevel.map { "level=\($0)" },
      ].compactMap { $0 } + presences.sorted()
    return parts.joined(separator: " ")
  }
}
