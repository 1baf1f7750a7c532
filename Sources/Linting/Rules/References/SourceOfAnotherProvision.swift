import Catalogue

/// Source texts that name another article or document than the bases beside them.
struct SourceOfAnotherProvision: CriterionRule {
  let card = RuleCard(
    "K026", "source-of-another-provision", .error, .references,
    vi:
      "Dòng nguồn (source-text) nêu một điều, khoản, điểm hoặc văn bản không nằm trong các căn cứ của tiêu chí, hoặc "
      + "không nêu điều của một căn cứ: một trong hai nơi gõ nhầm.",
    en:
      "The source text names an article, a clause, a point or a document that is no basis of the criterion, or does "
      + "not name the article of a basis: one of the two was mistyped.",
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
    var isRight = true
    for cited in CitedArticles(text).articles {
      let found = provisions.filter { provision in
        provision.article.flatMap(CitedArticles.range)?.overlaps(cited.range) ?? false
      }
      let name =
        cited.range.count == 1
        ? "\(cited.range.lowerBound)" : "\(cited.range.lowerBound)–\(cited.range.upperBound)"
      guard !found.isEmpty else {
        isRight = false
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
      for (clause, point) in cited.points {
        let alike = found.filter { $0.clause.flatMap(CitedArticles.range)?.contains(clause) ?? false }
        let points = alike.compactMap(\.point)
        guard !points.isEmpty, points.count == alike.count, !points.contains(point) else { continue }
        report.add(
          .element(place), vi: "không căn cứ nào là điểm \(point) khoản \(clause) Điều \(name)",
          en: "no basis is point \(point) of clause \(clause) of Article \(name)")
      }
    }
    // Where the text names an article of nobody, that is what was mistyped.
    if isRight { uncited(criterion, entry, text, source, &report) }
    let numbers = Set(criterion.bases.compactMap { source.catalogue.instrument($0.instrument)?.number })
    for number in CitedArticles.documents(in: text) where !numbers.contains(number) {
      report.add(.element(place), vi: "\(number) không phải là căn cứ", en: "\(number) is no basis")
    }
  }

  /// Bases whose document the source text cites by its articles, and not by theirs.
  private func uncited(
    _ criterion: Criterion, _ entry: Entry, _ text: String, _ source: CatalogueSource,
    _ report: inout RuleReport
  ) {
    let documents = CitedArticles.documentsWithArticles(in: text)
    let articles = CitedArticles(text).articles
    for (element, basis) in zip(entry.element.children("basis"), criterion.bases) {
      guard let number = source.catalogue.instrument(basis.instrument)?.number, documents.contains(number),
        let provision = basis.provision.flatMap(source.catalogue.provision),
        let range = provision.article.flatMap(CitedArticles.range),
        // A part that is known by another name than its article is printed so.
        provision.id.utf8.dropFirst(basis.instrument.utf8.count).starts(with: ".D".utf8),
        !articles.contains(where: { $0.range.overlaps(range) })
      else { continue }
      report.add(
        .value(element, "provision", scalar: 0), vi: "dòng nguồn không nêu Điều \(provision.article ?? "")",
        en: "the source text does not name Article \(provision.article ?? "")")
    }
  }
}
