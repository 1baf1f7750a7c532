import XML

/// A small plan that proves a criterion: what stands in it, and the verdict that must come out.
/// Examples stand in the folder `examples` of a catalogue; they judge no plan.
public struct CriterionExample: Sendable {
  public let criterion: String
  /// met, partial, gap, unknown or not-applicable.
  public let expected: String
  /// What the example shows, for people.
  public let claim: Label
  /// The day whose law counts; the day of the edition where it is nil.
  public let asOf: CalendarDate?
  /// What the plan says of itself where the criterion's conditions do not decide it: `plan-kind`, `stage`,
  /// `city-level`, `urban-class`, `region`, `date`, `from`, `to`, `coverage`.
  public let settings: [String: String]
  /// The plan's sections as XML, each an element of `urn:khung:master-plan:1`.
  public let sections: String
  public let origin: Origin
}
