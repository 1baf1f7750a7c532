import Catalogue

/// Criteria whose force none of their bases gives.
struct ForceDiffersFromBases: CriterionRule {
  let card = RuleCard(
    "K043", "force-differs-from-bases", .error, .force,
    vi: "Hiệu lực của tiêu chí phải bằng hiệu lực cao nhất trong các căn cứ; quy tắc của Khung (own-rule) "
      + "chỉ là quy tắc soạn thảo.",
    en: "The force of a criterion is the strongest of its bases; a rule of our own (own-rule) is a drafting "
      + "rule only.",
    accepts: .criterion(),
    rejects: .criterion(force: "‸recommended"))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    let expected = criterion.ownRule != nil ? .drafting : criterion.bases.map(\.force).max()
    guard let expected, expected != criterion.force else { return }
    report.add(
      .value(entry.element, "force", scalar: 0),
      vi: "hiệu lực là \(criterion.force.rawValue), theo căn cứ phải là \(expected.rawValue)",
      en: "the force is \(criterion.force.rawValue); by the bases it is \(expected.rawValue)")
  }
}
