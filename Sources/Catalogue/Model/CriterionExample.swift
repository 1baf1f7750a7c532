import Source

/// A small plan that proves a criterion: what stands in it, and the verdict that must come out.
/// Examples stand in the folder `examples` of a catalogue; they judge no plan.
package struct CriterionExample: Sendable {
  package let criterion: String
  /// met, partial, gap, unknown or not-applicable.
  package let expected: String
  /// What the example shows, for people.
  package let claim: Label
  /// The day whose law counts; the day of the edition where it is nil.
  package let asOf: CalendarDate?
  /// What the plan says of itself where the criterion's conditions do not decide it: `plan-kind`, `stage`,
  /// `city-level`, `urban-class`, `region`, `date`, `from`, `to`, `coverage`.
  package let settings: [String: String]
  /// The plan's sections as XML, each an element of `urn:khung:master-plan:1`.
  package let sections: String
  package let origin: Origin
}
