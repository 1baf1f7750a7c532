import XML

/// Places of one language that the other does not name.
struct DifferingPlaces: CatalogueRule {
  let card = RuleCard(
    "K079", "differing-places", .warning, .language,
    vi: "Tên một tỉnh, thành phố có ở bản tiếng này mà không có ở bản tiếng kia: một trong hai bản sai.",
    en:
      "The name of a province or city stands in one language and not in the other: one of the two is wrong.",
    accepts: .standard(vietnamese: "Đèn đường Hà Nội", english: "Street lamps of Hanoi"),
    rejects: .standard(vietnamese: "Đèn đường Hà Nội", english: "Street lamps of Nghệ An", mark: "‸"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let places = source.places
    guard !places.all.isEmpty else { return }
    for group in source.labels {
      for (vietnamese, english) in group.pairs {
        let (vi, en) = (vietnamese.text, english.text)
        let first = places.named(in: vi, bare: false)
        let second = places.named(in: en, bare: false)
        guard !first.isEmpty || !second.isEmpty else { continue }
        let missing = first.subtracting(places.named(in: en, bare: true)).union(second.subtracting(first))
          .sorted()
        guard !missing.isEmpty else { continue }
        let list = missing.joined(separator: ", ")
        report.add(
          .element(english), vi: "chỉ một trong hai bản nêu \(list)",
          en: "only one of the two languages names \(list)")
      }
    }
  }
}
