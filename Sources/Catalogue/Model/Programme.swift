import XML

/// An objective, target or task of the national scheme (QĐ 950/QĐ-TTg).
public struct ProgrammeTarget: Sendable {
  public let id: String
  public let instrument: String
  public let title: Label
  /// plan, programme, state: whom the target speaks of.
  public let scopes: [String]
  public let years: ClosedRange<Int>?
  public let minimum: Int?
  public let share: DecimalNumber?
  public let provenance: Provenance
  public let origin: Origin
}

/// Something measured: unit, direction, targets.
public struct Indicator: Sendable {
  public let id: String
  public let name: Label
  public let unit: String?
  public let provenance: Provenance
  public let origin: Origin
}
