import Source

/// The life of an instrument or standard: what is known of its dates and of the texts around it.
/// An absent date is unknown, never "none".
package struct Life: Sendable {
  /// The year that is part of its number or printed with it, when no day is known.
  package let year: Int?
  package let issued: CalendarDate?
  package let effectiveFrom: CalendarDate?
  /// The last day in force.
  package let effectiveTo: CalendarDate?
  package let replaces: [Edge]
  package let replacedBy: [Edge]
  package let amends: [Edge]
  package let repealsInPart: [PartialRepeal]
  package let transitions: [Transition]

  package struct Edge: Sendable, Hashable {
    package let id: String
    /// The day of effect, when it is not the successor's first day.
    package let on: CalendarDate?
  }

  package struct PartialRepeal: Sendable, Hashable {
    package let id: String
    package let on: CalendarDate?
    /// The provisions repealed, as printed.
    package let provisions: [String]
  }

  /// A rule that keeps the old text for plans approved before a day.
  package struct Transition: Sendable, Hashable {
    package let successor: String
    package let approvedBefore: CalendarDate
    package let clause: String?
    package let rule: Label
  }

  /// The first day on which the text can have been in force, and whether that is known or presumed
  /// from the date of issue.
  package var start: (date: CalendarDate, isPresumed: Bool)? {
    if let effectiveFrom { return (effectiveFrom, false) }
    return issued.map { ($0, true) }
  }
}

/// What a text was on a day.
package enum LegalState: Sendable, Hashable {
  /// Issued later than that day.
  case notIssued(on: CalendarDate)
  /// Issued, in force later.
  case notYetInForce(from: CalendarDate)
  /// In force. `isPresumed`: no start date is known, the date of issue stands for it.
  case inForce(since: CalendarDate, isPresumed: Bool)
  /// No day is known, but its year is over: presumed in force since then.
  case presumedSince(year: Int)
  /// No day is known; its year is still to come.
  case notBefore(year: Int)
  /// Neither its issue nor its start is dated: it cannot be shown to have been in force.
  case undated
  /// Another text has taken its place.
  case replaced(by: String, on: CalendarDate?)
  /// Its interval ended and no successor is known.
  case ended(on: CalendarDate)
  /// A decision of a province, which binds in no other.
  case bindsElsewhere(issuer: String)
  /// Replaced for new plans, but kept by a transition rule for this one.
  case keptByTransition(successor: String, approvedBefore: CalendarDate)

  /// Whether a plan may rest on the text on that day.
  package var isInForce: Bool {
    switch self {
    case .inForce, .presumedSince, .keptByTransition: true
    case .notIssued, .notBefore, .notYetInForce, .undated, .replaced, .ended, .bindsElsewhere: false
    }
  }

  /// Did not exist yet, or was issued and not in force.
  package var isStillToCome: Bool {
    switch self {
    case .notIssued, .notBefore, .notYetInForce: true
    case .inForce, .presumedSince, .undated, .replaced, .ended, .keptByTransition, .bindsElsewhere: false
    }
  }

  /// Was in force once and is no longer.
  package var isOver: Bool {
    switch self {
    case .replaced, .ended: true
    case .notIssued, .notBefore, .notYetInForce, .inForce, .presumedSince, .undated, .keptByTransition,
      .bindsElsewhere:
      false
    }
  }
}
