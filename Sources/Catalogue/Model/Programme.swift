import Source

/// An objective, target or task of the national scheme (QĐ 950/QĐ-TTg).
package struct ProgrammeTarget: Sendable {
  package let id: String
  package let instrument: String
  package let title: Label
  /// plan, programme, state: whom the target speaks of.
  package let scopes: [String]
  package let years: ClosedRange<Int>?
  package let minimum: Int?
  /// What the minimum is a number of, in words.
  package let unit: String?
  /// Over how many regions the cities must lie.
  package let regions: Int?
  /// Cities that must be among them.
  package let cores: [String]
  /// The one region that the target speaks of.
  package let region: String?
  /// The kind of plan that a city must have to be counted, whatever else its plans say.
  package let planKind: String?
  package let share: DecimalNumber?
  package let provenance: Provenance
  package let origin: Origin

  /// Whether its number is one of cities, which is what plan files speak of: of plans that were checked for it one
  /// by one, or of cities that have a plan of a kind.
  package var countsCities: Bool { minimum != nil && (scopes.contains("plan") || planKind != nil) }
}

/// Something measured: unit, direction, targets.
package struct Indicator: Sendable {
  package let id: String
  package let name: Label
  package let unit: String?
  package let provenance: Provenance
  package let origin: Origin
}
