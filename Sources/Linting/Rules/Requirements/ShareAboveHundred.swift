import XML

/// Shares of more than the whole.
struct ShareAboveHundred: CatalogueRule {
  let card = RuleCard(
    "K160", "share-above-hundred", .error, .requirements,
    vi: "Tỷ lệ phần trăm lớn hơn 100 hoặc nhỏ hơn 0: không đề án nào đạt được, hoặc đề án nào cũng đạt.",
    en: "A share above 100 or below 0 per cent: no plan can reach it, or every plan does.",
    accepts: .programme(),
    rejects: .programme(first: "from=\"2018\" to=\"2020\"", value: "value=\"‸500\" year=\"2020\""))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for entry in source.entries {
      switch entry.kind {
      case .indicator where entry.element.attribute("unit") == "%":
        for part in entry.element.children where part.isNamed("target") || part.isNamed("baseline") {
          check(part, "value", &report)
        }
      case .target: check(entry.element, "share", &report)
      case .criterion:
        for facet in entry.element.child("requirement")?.facets ?? [] { check(facet, "share", &report) }
      default: break
      }
    }
  }

  private func check(_ element: Element, _ attribute: String, _ report: inout RuleReport) {
    guard let value = element.attribute(attribute), let number = Double(value), !(0...100).contains(number)
    else { return }
    report.add(
      .value(element, attribute, scalar: 0), vi: "\(value) % không nằm giữa 0 và 100",
      en: "\(value) % is not between 0 and 100")
  }
}
