import Catalogue
import Source
import XML

/// Whether the sample of a remedy meets its criterion, in a catalogue that is still being edited.
package struct RemedyProof {
  private let check: Check
  private let plans: ExamplePlan

  /// - Parameter schema: `master-plan.xsd`.
  package init(_ catalogue: Catalogue, schema: TableSchema) {
    check = Check(unchecked: catalogue)
    plans = ExamplePlan(schema: schema)
  }

  /// What the sample comes to; nil for a criterion without a sample or without a machine check.
  package func found(_ criterion: Criterion) -> Result<Verdict, Refusal>? {
    guard let requirement = criterion.requirement, let sample = criterion.remedy?.snippet else { return nil }
    do throws(Refusal) {
      let plan = try plans.plan(withSample: sample, of: criterion, named: criterion.id)
      let facts = check.facts(of: plan, asOf: check.catalogue.edition.date)
      return .success(check.verdict(of: requirement, for: criterion, facts))
    } catch {
      return .failure(error)
    }
  }
}
