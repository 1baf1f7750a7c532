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
  }

  package let changes: [Change]
  /// How many examples, plans and reports were looked at.
  package let subjects: Int

  package init(changes: [Change], subjects: Int) {
    self.changes = changes
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
        forecast: verdicts.1.map { .changes(to: $0) } ?? .removed)
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

  /// What a plan gets under each edition, as of one day.
  package func effect(on plan: MasterPlan, asOf: AsOf) -> CatalogueEffect {
    let before = verdicts(old.report(on: plan, asOf: asOf))
    let after = verdicts(new.report(on: plan, asOf: asOf))
    let changes = Set(before.keys).union(after.keys).sorted().compactMap { id -> CatalogueEffect.Change? in
      guard before[id] != after[id] else { return nil }
      let forecast: VerdictForecast =
        after[id].map { before[id] == nil ? .added : .changes(to: $0) } ?? .removed
      return CatalogueEffect.Change(
        subject: plan.source.name, criterion: id, old: before[id], forecast: forecast)
    }
    return CatalogueEffect(changes: changes, subjects: 1)
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
        subject: report, criterion: verdict.criterion, old: verdict.verdict, forecast: forecast)
    }
    let known = Set(recorded.map(\.criterion))
    changes += new.catalogue.criteria.filter { !known.contains($0.id) }.map {
      CatalogueEffect.Change(subject: report, criterion: $0.id, old: nil, forecast: .added)
    }
    return CatalogueEffect(changes: changes, subjects: 1)
  }
}
