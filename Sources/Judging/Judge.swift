import Compliance
import MasterPlan
import Schematron
import Source
import XML

/// The bytes of a plan become a gap report by the rules of a rule book. `khung check`, `review` and `rejudge`
/// all judge by this.
package struct Judge: Sendable {
  package let rules: RuleBook
  private let clock: CriterionClock?

  /// - Parameter clock: measures the criteria, if anybody wants to know.
  package init(_ rules: RuleBook, clock: CriterionClock? = nil) {
    self.rules = rules
    self.clock = clock
  }

  /// Reads a plan.
  /// - Throws: `Refusal` when the text is no valid plan.
  package func plan(_ text: SourceText) throws(Refusal) -> MasterPlan {
    try MasterPlan.read(text, schema: rules.contract.schema)
  }

  /// Judges a plan on the day that the rule book names.
  /// - Throws: `Refusal` when the text is no valid plan, or the rules beside the catalogue cannot be evaluated on it.
  package func report(on text: SourceText) throws(Refusal) -> GapReport {
    let plan = try plan(text)
    return try report(on: plan, asOf: AsOf(for: plan, named: rules.day.named, today: rules.day.today))
  }

  /// Judges a plan on a day of the caller's.
  /// - Parameter savedStage: the stage of a saved report, unless the rule book names one.
  package func report(on plan: MasterPlan, asOf: AsOf, savedStage: Stage? = nil) throws(Refusal) -> GapReport
  {
    let result: ValidationResult? =
      if let schema = rules.rules {
        try Validator(schema).validate(Document(plan.source), path: plan.source.name)
      } else { nil }
    return rules.check.report(
      on: plan, asOf: asOf, stage: rules.stage ?? savedStage, decisions: rules.decisions, call: rules.call,
      rules: result,
      clock: clock)
  }
}
