import XML

/// How strongly a basis demands something (DESIGN.md, rule 4).
public enum Force: String, Sendable, CaseIterable, Comparable {
  case drafting, recommended, presumed, mandatory

  public static func < (left: Force, right: Force) -> Bool {
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
public struct Criterion: Sendable {
  public let id: String
  /// The strongest force by its bases, whatever the date.
  public let force: Force
  public let group: String
  public let title: Label
  /// Empty for a drafting rule of ours.
  public let bases: [Basis]
  /// Why a drafting rule holds without an instrument; nil for all other criteria.
  public let ownRule: Label?
  public let dutySubject: String
  public let planStatement: Label
  public let phase: Phase
  public let applicability: Applicability
  /// Nil when no machine can check it, or when its evidence was not verified.
  public let requirement: Requirement?
  /// Why only a person can judge it.
  public let personJudges: Label?
  public let remedy: Remedy?
  public let provenance: Provenance
  /// The matching target of the national scheme.
  public let schemeTarget: String?
  public let origin: Origin

  /// Whether Khung may answer met or gap: the evidence was seen, or the rule needs none.
  public var isAssessable: Bool { ownRule != nil || provenance.mark == .verified }
}

/// One basis and the force that it gives. Force is an edge.
public struct Basis: Sendable, Hashable {
  public let instrument: String
  public let provision: String?
  public let force: Force
}

/// When a criterion speaks, as its source marks it. Informative; `Applicability` decides.
public struct Phase: Sendable, Hashable {
  public let from: Int?
  public let to: Int?
  public let deadline: CalendarDate?
  public let maturity: String?
}

/// What closes a gap.
public struct Remedy: Sendable, Hashable {
  public let advice: Label
  /// Plan XML to copy, as written in the catalogue.
  public let snippet: String?
}

/// Conditions under which a criterion applies; all that are given must hold.
public struct Applicability: Sendable, Hashable {
  public var planKinds: [String] = []
  public var cityLevels: [String] = []
  public var urbanClasses: [String] = []
  public var regions: [String] = []
  public var stages: [String] = []
  public var periodOverlaps: ClosedRange<Int>?
  public var asOf: ClosedRange<CalendarDate>?
  public var presences: [Presence] = []
  public var aimsAtLevel: String?

  /// Whether nothing is asked of the plan or the day.
  public var isUnconditional: Bool { self == Applicability() }

  /// The plan has content in one of the sections, of one of the topics if any are given.
  public struct Presence: Sendable, Hashable {
    public let sections: [String]
    public let topics: [String]
  }
}
