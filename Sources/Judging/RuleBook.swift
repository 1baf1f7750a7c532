import Catalogue
import Compliance
import MasterPlan
import Schematron
import Source

/// All that a verdict rests on besides the plan: catalogue, profile, what people decided, rules beside the
/// catalogue, the stage and the day. Made once for a run and never changed, so that any number of workers may
/// judge by it.
package struct RuleBook: Sendable {
  package let check: Check
  package let decisions: HumanDecisions
  package let contract: PlanContract
  /// The stage whose criteria bind; nil for that of each plan.
  package let stage: Stage?
  /// The schema beside the catalogue.
  package let rules: SchematronSchema?
  package let day: DayPolicy
  /// Whether one plan was named together with what people decided.
  package let call: HumanDecisions.Call

  /// The day whose law counts.
  package struct DayPolicy: Sendable {
    /// The day for every plan; nil for each plan's own (see `AsOf`).
    package let named: CalendarDate?
    /// The day of the run; the only clock that a verdict sees.
    package let today: CalendarDate

    package init(named: CalendarDate?, today: CalendarDate) {
      self.named = named
      self.today = today
    }
  }

  /// - Throws: `Refusal` when the schema beside the catalogue has no pattern to run.
  package init(
    _ loaded: LoadedCatalogue, check: Check, decisions: HumanDecisions, stage: Stage?,
    rules: SchematronSchema?,
    day: DayPolicy, call: HumanDecisions.Call = .manyPlans
  ) throws(Refusal) {
    self.check = check
    self.decisions = decisions
    contract = loaded.contract
    self.stage = stage
    self.rules = rules
    self.day = day
    self.call = call
    if let rules { _ = try Validator(rules) }
  }

  /// Loads everything that the sources name.
  /// - Throws: `Refusal`, the first that is found.
  package init(
    _ sources: RuleBookSources, stage: Stage?, day: DayPolicy, call: HumanDecisions.Call = .manyPlans
  ) throws {
    let loaded = try sources.load()
    let check = try loaded.check()
    try self.init(
      loaded, check: check, decisions: sources.decisions(for: check.catalogue, today: day.today),
      stage: stage,
      rules: sources.compiledRules(), day: day, call: call)
  }

  /// The catalogue with the profile applied.
  package var catalogue: Catalogue { check.catalogue }

  /// What verdicts depend on besides the plans, by name: where any of it differs, earlier verdicts are void.
  package var identity: [(name: String, value: String)] {
    [
      ("program", Program.version), ("catalogue", catalogue.digest), ("profile", check.profile?.digest ?? ""),
      ("stage", stage?.rawValue ?? ""), ("as-of", day.named?.description ?? ""),
      ("today", day.named == nil ? day.today.description : ""), ("answers", decisions.answers.digest ?? ""),
      ("waivers", decisions.waivers.digest ?? ""),
      ("rules", rules?.source.digest ?? ""),
    ]
  }
}
