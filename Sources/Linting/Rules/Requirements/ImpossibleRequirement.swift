import Catalogue
import Source
import XML

/// Requirements that ask for nothing, or for what cannot be.
struct ImpossibleRequirement: CriterionRule {
  let card = RuleCard(
    "K068", "impossible-requirement", .error, .requirements,
    vi: "Yêu cầu không đòi gì (nhóm rỗng, khoảng năm ngược) hoặc đòi điều không thể (nhiều hơn số mục liệt "
      + "kê, trên 100 %, lớp không có trong khung).",
    en: "The requirement asks for nothing (an empty group, years that run backwards) or for what cannot be "
      + "(more than is listed, over 100 %, layers that the framework does not have).",
    accepts: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      requirement: "<applies-standards standards=\"TCVN-00001-2024\" minimum=\"1\"/>"),
    rejects: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      requirement: "<applies-standards standards=\"TCVN-00001-2024\" minimum=\"‸2\"/>"))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    for facet in entry.element.child("requirement")?.facets ?? [] {
      check(facet, source, &report)
    }
  }

  private func check(_ facet: Element, _ source: CatalogueSource, _ report: inout RuleReport) {
    func count(_ attribute: String) -> Int {
      Set(facet.words(attribute)).count
    }
    switch facet.name {
    case "applies-standards", "covers-fields":
      let listed = count(facet.name == "covers-fields" ? "fields" : "standards")
      guard let minimum = facet.attribute("minimum").flatMap({ Int($0) }), listed > 0, minimum > listed else {
        return
      }
      report.add(
        .value(facet, "minimum", scalar: 0), vi: "đòi ít nhất \(minimum) trong khi chỉ liệt kê \(listed)",
        en: "at least \(minimum) are asked for, and \(listed) are listed")
    case "trains":
      guard let share = facet.attribute("share").flatMap({ DecimalNumber($0) }),
        let all = DecimalNumber("100"),
        share > all || share <= .zero
      else { return }
      report.add(
        .value(facet, "share", scalar: 0), vi: "tỷ lệ \(share) % không thể đạt hoặc không đòi gì",
        en: "a share of \(share) % cannot be reached, or asks for nothing")
    case "covers-layers":
      guard let framework = facet.attribute("framework").flatMap({ source.catalogue.framework($0) }),
        let kind = facet.attribute("kind"), !framework.layers.contains(where: { $0.kind.rawValue == kind })
      else { return }
      report.add(
        .value(facet, "kind", scalar: 0), vi: "\(framework.id) không có lớp loại \(kind)",
        en: "\(framework.id) has no layer of kind \(kind)")
    case "all", "any":
      guard facet.children.first(where: { _ in true }) == nil else { return }
      report.add(.element(facet), vi: "nhóm rỗng không đòi gì", en: "an empty group asks for nothing")
    default: break
    }
  }
}
