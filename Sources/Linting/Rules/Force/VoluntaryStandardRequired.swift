import Catalogue

/// Voluntary standards asked for as if they bound.
struct VoluntaryStandardRequired: CriterionRule {
  let card = RuleCard(
    "K041", "voluntary-standard-required", .error, .force,
    vi: "Tiêu chuẩn (TCVN, quốc tế) là tự nguyện cho đến khi một văn bản viện dẫn bắt buộc áp dụng. Tiêu "
      + "chí bắt buộc chỉ được đòi tiêu chuẩn khi một căn cứ của nó bắt buộc tiêu chuẩn đó (cited-by "
      + "compulsory=\"true\").",
    en: "A standard (TCVN, international) is voluntary until an instrument makes it compulsory. A mandatory "
      + "criterion may ask for one only where one of its bases does so (cited-by compulsory=\"true\").",
    accepts: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      requirement: "<applies-standards standards=\"TCVN-00001-2024\"/>"),
    rejects: .criterion(requirement: "<applies-standards standards=\"‸TCVN-00001-2024\"/>"))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard criterion.force == .mandatory else { return }
    let bases = Set(criterion.bases.filter { $0.force == .mandatory }.map(\.instrument))
    for facet in entry.facets(named: "applies-standards") where facet.isAsked {
      let listed = (facet.attribute("standards") ?? "").split(separator: " ").map(String.init)
      for id in listed {
        guard let standard = source.catalogue.standard(id), standard.kind != .technicalRegulation,
          !standard.citedBy.contains(where: { $0.isCompulsory && bases.contains($0.instrument) })
        else { continue }
        report.add(
          .token(facet, "standards", id),
          vi: "\(id) là tiêu chuẩn tự nguyện; không căn cứ nào của tiêu chí bắt buộc áp dụng nó",
          en: "\(id) is voluntary; no basis of the criterion makes it compulsory")
      }
    }
  }
}
