import Catalogue

/// Source texts that name another article or document than the bases beside them.
struct SourceOfAnotherProvision: CriterionRule {
  let card = RuleCard(
    "K026", "source-of-another-provision", .error, .references,
    vi:
      "Dòng nguồn (source-text) nêu một điều, khoản hoặc văn bản không nằm trong các căn cứ của tiêu chí: một "
      + "trong hai nơi gõ nhầm.",
    en: "The source text names an article, a clause or a document that is no basis of the criterion: one of "
      + "the two was mistyped.",
    accepts: .criterion(
      basis: """
        <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
        <source-text>Luật 01/2025/QH15 Đ.5</source-text>
        """),
    rejects: .criterion(
      basis: """
        <basis instrument="L-01-2025-QH15" provision="L-01-2025-QH15.D5" force="mandatory"/>
        ‸<source-text>Luật 01/2025/QH15 Đ.6</source-text>
        """))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard let place = entry.element.child("source-text") else { return }
    // A text that is missing, or stands in a file that could not be read, is told by a rule of its own.
    guard criterion.bases.allSatisfy({ source.catalogue.instrument($0.instrument) != nil }) else { return }
    let text = place.text
    let provisions = criterion.bases.compactMap { $0.provision.flatMap(source.catalogue.provision) }
    guard provisions.count == criterion.bases.count(where: { $0.provision != nil }) else { return }
    for cited in CitedArticles(text).articles {
      let found = provisions.filter { provision in
        provision.article.flatMap(CitedArticles.range)?.overlaps(cited.range) ?? false
      }
      let name =
        cited.range.count == 1
        ? "\(cited.range.lowerBound)" : "\(cited.range.lowerBound)–\(cited.range.upperBound)"
      guard !found.isEmpty else {
        report.add(
          .element(place), vi: "không căn cứ nào là Điều \(name)", en: "no basis is Article \(name)")
        continue
      }
      let clauses = found.compactMap { $0.clause.flatMap(CitedArticles.range) }
      guard clauses.count == found.count else { continue }
      for clause in cited.clauses where !clauses.contains(where: { $0.contains(clause) }) {
        report.add(
          .element(place), vi: "không căn cứ nào là khoản \(clause) Điều \(name)",
          en: "no basis is clause \(clause) of Article \(name)")
      }
    }
    let numbers = Set(criterion.bases.compactMap { source.catalogue.instrument($0.instrument)?.number })
    for number in CitedArticles.documents(in: text) where !numbers.contains(number) {
      report.add(.element(place), vi: "\(number) không phải là căn cứ", en: "\(number) is no basis")
    }
  }
}
