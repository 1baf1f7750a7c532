import Source

/// How strongly a basis demands something (DESIGN.md, rule 4).
package enum Force: String, Sendable, CaseIterable, Comparable {
  case drafting, recommended, presumed, mandatory

  package static func < (left: Force, right: Force) -> Bool {
    rank(left) < rank(right)
  }

  private static func rank(_ force: Force) -> Int {
    switch force {
    case .drafting: 0
    case .recommended: 1
    case .presumed: 2
    case .mandatory: 3
    }
  }
}

/// One thing that a plan must state: on what basis, when it applies, what shows it, what closes the gap.
package struct Criterion: Sendable {
  package let id: String
  /// The strongest force by its bases, whatever the date.
  package let force: Force
  package let group: String
  package let title: Label
  /// Empty for a drafting rule of ours.
  package let bases: [Basis]
  /// Why a drafting rule holds without an instrument; nil for all other criteria.
  package let ownRule: Label?
  package let dutySubject: String
  package let planStatement: Label
  package let phase: Phase
  package let applicability: Applicability
  /// Nil when no machine can check it, or when its evidence was not verified.
  package let requirement: Requirement?
  /// Why only a person can judge it.
  package let personJudges: Label?
  package let remedy: Remedy?
  package let provenance: Provenance
  /// The matching target of the national scheme.
  package let schemeTarget: String?
  package let origin: Origin

  /// Whether Khung may answer met or gap: the evidence was seen, or the rule needs none.
  package var isAssessable: Bool { ownRule != nil || provenance.mark == .verified }
}

/// One basis and the force that it gives. Force is an edge.
package struct Basis: Sendable, Hashable {
  package let instrument: String
  package let provision: String?
  package let force: Force
}

/// When a criterion speaks, as its source marks it. Informative; `Applicability` decides.
package struct Phase: Sendable, Hashable {
  package let from: Int?
  package let to: Int?
  package let deadline: CalendarDate?
  package let maturity: String?
}

/// What closes a gap.
package struct Remedy: Sendable, Hashable {
  package let advice: Label
  /// Plan XML to copy, as written in the catalogue.
  package let snippet: String?
}

/// Conditions under which a criterion applies; all that are given must hold.
package struct Applicability: Sendable, Hashable {
  package var planKinds: [String] = []
  package var cityLevels: [String] = []
  package var urbanClasses: [String] = []
  package var regions: [String] = []
  package var stages: [String] = []
  package var periodOverlaps: ClosedRange<Int>?
  package var asOf: ClosedRange<CalendarDate>?
  package var presences: [Presence] = []
  package var aimsAtLevel: String?

  /// Whether nothing is asked of the plan or the day.
  package var isUnconditional: Bool { self == Applicability() }

  /// The plan has content in one of the sections, of one of the topics if any are given.
  package struct Presence: Sendable, Hashable {
    package let sections: [String]
    package let topics: [String]
  }
}
