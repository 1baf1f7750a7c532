import Catalogue
import MasterPlan
import Source

/// Exact arithmetic on money.
extension BudgetsAddUp: JudgedFacet {
  func part(in facts: Facts, of requirement: Requirement) -> Part {
    let sections = ["projects", "finance"]
    let projects = facts.items("project", in: "projects")
    for project in projects {
      if let fault = sourcesDiffer(project, facts, requirement) { return fault }
    }
    let totals = projects.compactMap { $0.decimal("total") }
    guard let finance = facts.plan.section("finance"), !totals.isEmpty,
      let stated = finance.attributes["total"].flatMap({ DecimalNumber($0) })
    else { return facts.absence(of: requirement, in: sections) }
    let units = Set(
      projects.map { $0.attribute("unit") ?? Self.usualUnit } + [finance.attributes["unit"] ?? Self.usualUnit]
    )
    guard units.count == 1 else { return Part(requirement, .unknown, .mixedUnits) }
    let computed = totals.reduce(.zero, +)
    // Sums of nothing agree, and are no budget.
    if computed == .zero, stated == .zero { return facts.absence(of: requirement, in: sections) }
    let evidence = [Evidence(finance, role: .shows)] + projects.prefix(1).map { Evidence($0) }
    let isWhole = facts.plan.coverage(of: "projects") == .complete && totals.count == projects.count
    if computed > stated || (isWhole && computed != stated) {
      let reason = PartReason.sumDiffers(of: "", stated: stated, computed: computed)
      return Part(requirement, .fails, reason, evidence)
    }
    return isWhole
      ? Part(requirement, .holds, .stated, evidence)
      : facts.absence(of: requirement, in: sections, evidence: evidence)
  }

  private static let usualUnit = "billion-VND"

  /// A project whose sources do not make its total. In a section read only in part a source may be
  /// missing, but a sum that is too large cannot be explained so.
  private func sourcesDiffer(_ project: Item, _ facts: Facts, _ requirement: Requirement) -> Part? {
    let sources = project.children("budget").compactMap { $0.decimal("amount") }
    guard let total = project.decimal("total"), !sources.isEmpty else { return nil }
    let computed = sources.reduce(.zero, +)
    let isComplete = facts.plan.coverage(of: "projects") == .complete
    guard computed > total || (isComplete && computed != total) else { return nil }
    let reason = PartReason.sumDiffers(of: project.text, stated: total, computed: computed)
    return Part(requirement, .fails, reason, [Evidence(project)])
  }
}
