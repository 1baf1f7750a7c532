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
  package let share: DecimalNumber?
  package let provenance: Provenance
  package let origin: Origin
}

/// Something measured: unit, direction, targets.
package struct Indicator: Sendable {
  package let id: String
  package let name: Label
  package let unit: String?
  package let provenance: Provenance
  package let origin: Origin
}
