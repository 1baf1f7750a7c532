import Catalogue
import MasterPlan
import Source
import XML

/// What another edition of the catalogue does to verdicts.
package struct CatalogueEffect: Sendable {
  /// One criterion on one subject, under the old edition and the new.
  package struct Change: Sendable {
    /// The example, plan or report concerned.
    package let subject: String
    package let criterion: String
    package let old: Verdict?
    package let forecast: VerdictForecast
    /// The day whose law counted; nil for the subject's own.
    package let day: CalendarDate?
  }

  /// What a plan as a whole comes to.
  package struct Outcome: Sendable, Hashable {
    package let subject: String
    package let day: CalendarDate?
    package let old: Conformity.Outcome
    package let new: Conformity.Outcome
  }

  package let changes: [Change]
  /// Of plans, the first day first; later days only where they change anything.
  package let outcomes: [Outcome]
  /// How many examples, plans and reports were looked at.
  package let subjects: Int

  package init(changes: [Change], subjects: Int, outcomes: [Outcome] = []) {
    self.changes = changes
    self.outcomes = outcomes
    self.subjects = subjects
  }
}

/// Holds two editions of a catalogue against what is known of plans.
package struct CatalogueComparison {
  package let old: Check
  package let new: Check
  private let forecaster: VerdictForecaster
  private let planSchema: TableSchema

  /// - Parameter planSchema: `master-plan.xsd`.
  package init(from old: Check, to new: Check, _ difference: CatalogueDifference, planSchema: TableSchema) {
    self.old = old
    self.new = new
    self.planSchema = planSchema
    forecaster = VerdictForecaster(from: old.catalogue, to: new.catalogue, difference)
  }

  /// What the examples of both editions come to under each.
  package func effect(on examples: [CriterionExample]) -> CatalogueEffect {
    let changes = examples.compactMap { example -> CatalogueEffect.Change? in
      let verdicts = (verdict(of: example, old), verdict(of: example, new))
      guard verdicts.0 != verdicts.1 else { return nil }
      return CatalogueEffect.Change(
        subject: "\(example.origin.file):\(example.origin.line)", criterion: example.criterion,
        old: verdicts.0,
        forecast: verdicts.1.map { .changes(to: $0) } ?? .removed, day: nil)
    }
    return CatalogueEffect(changes: changes, subjects: examples.count)
  }

  private func verdict(of example: CriterionExample, _ check: Check) -> Verdict? {
    guard let criterion = check.catalogue.criterion(example.criterion),
      let requirement = criterion.requirement,
      let plan = try? ExamplePlan(schema: planSchema).plan(
        around: example.sections, for: criterion, settings: example.settings, named: example.origin.file)
    else { return nil }
    let asOf = example.asOf ?? old.catalogue.edition.date
    return check.verdict(of: requirement, for: criterion, check.facts(of: plan, asOf: asOf))
  }

  /// What a plan gets under each edition on its own day, and on each of the days to come. What stays as it was on the
  /// day before is not said again.
  /// - Parameter days: on which the law changes; of no concern to a plan that is judged by a day that is over.
  package func effect(on plan: MasterPlan, asOf: AsOf, days: [CalendarDate] = []) -> CatalogueEffect {
    var changes: [CatalogueEffect.Change] = []
    var outcomes: [CatalogueEffect.Outcome] = []
    var known: Set<Known> = []
    let later = asOf.why == .today ? days.filter { $0 > asOf.date } : []
    for (index, day) in ([asOf] + later.map { AsOf(date: $0, why: .named) }).enumerated() {
      let (before, after) = (old.report(on: plan, asOf: day), new.report(on: plan, asOf: day))
      let named = index == 0 ? nil : day.date
      let outcome = CatalogueEffect.Outcome(
        subject: plan.source.name, day: named, old: before.conformity.outcome, new: after.conformity.outcome)
      if index == 0 || outcomes.last.map({ ($0.old, $0.new) != (outcome.old, outcome.new) }) ?? true {
        outcomes.append(outcome)
      }
      let (first, second) = (verdicts(before), verdicts(after))
      for id in Set(first.keys).union(second.keys).sorted() where first[id] != second[id] {
        let forecast: VerdictForecast =
          second[id].map { first[id] == nil ? .added($0) : .changes(to: $0) } ?? .removed
        guard known.insert(Known(criterion: id, old: first[id], forecast: forecast)).inserted else {
          continue
        }
        changes.append(
          .init(subject: plan.source.name, criterion: id, old: first[id], forecast: forecast, day: named))
      }
    }
    return CatalogueEffect(changes: changes, subjects: 1, outcomes: outcomes)
  }

  private struct Known: Hashable {
    let criterion: String
    let old: Verdict?
    let forecast: VerdictForecast
  }

  /// The days of both editions' calendars in the twelve months after the later of them.
  package func daysToCome() throws(Refusal) -> [CalendarDate] {
    let edition = new.catalogue.edition.date
    guard let end = CalendarDate(year: edition.year + 1, month: edition.month, day: min(edition.day, 28))
    else {
      return []
    }
    var days: Set<CalendarDate> = []
    for check in [old, new] {
      days.formUnion(try LegalCalendar(of: check.catalogue, days: edition...end).days.map(\.date))
    }
    return days.sorted()
  }

  private func verdicts(_ report: GapReport) -> [String: Verdict] {
    Dictionary(report.findings.map { ($0.criterion.id, $0.verdict) }) { first, _ in first }
  }

  /// What a saved report would say, without its plan.
  package func effect(
    on recorded: [RecordedVerdict], of report: String, asOf: CalendarDate, approved: CalendarDate?
  ) -> CatalogueEffect {
    var changes = recorded.compactMap { verdict -> CatalogueEffect.Change? in
      let forecast = forecaster.forecast(of: verdict, asOf: asOf, approved: approved)
      guard forecast != .same else { return nil }
      return CatalogueEffect.Change(
        subject: report, criterion: verdict.criterion, old: verdict.verdict, forecast: forecast, day: nil)
    }
    let known = Set(recorded.map(\.criterion))
    changes += new.catalogue.criteria.filter { !known.contains($0.id) }.map {
      CatalogueEffect.Change(
        subject: report, criterion: $0.id, old: nil, forecast: .added(nil), day: nil)
    }
    return CatalogueEffect(changes: changes, subjects: 1)
  }
}
