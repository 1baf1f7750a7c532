import Catalogue
import Source
import XML

/// Words that a plan cannot hold.
struct UnknownToken: FileRule {
  let card = RuleCard(
    "K064", "unknown-token", .error, .requirements,
    vi: "Yêu cầu hoặc điều kiện nêu một giá trị không có trong master-plan.xsd (mục, chủ đề, loại thành "
      + "phần, vai trò, …), nên không đề án nào khớp được.",
    en: "The requirement or condition names a value that master-plan.xsd does not have (section, topic, "
      + "component type, role, …), so that no plan can match it.",
    accepts: .criterion(requirement: "<has-component types=\"smart-city-platform\"/>"),
    rejects: .criterion(requirement: "<has-component types=\"‸smart-city-plattform\"/>"))

  /// The words that conditions name; those of facets are declared with them.
  private static let conditions: [String: [(attribute: String, list: String)]] = [
    "plan-kind": [("values", "plan-kind")], "city-level": [("values", "city-level")],
    "urban-class": [("values", "urban-class")], "stage": [("values", "stage")],
    "region": [("values", "region")],
    "plan-has": [("section", FacetAttribute.sections), ("topic", "topic")],
    "aims-at-level": [("level", "maturity-level")],
  ]

  /// The list of `master-plan.xsd` behind an attribute of a facet or condition.
  static func lists(of name: String) -> [(attribute: String, list: String)] {
    conditions[name]
      ?? (Facets.attributes(of: name) ?? []).compactMap { attribute in
        attribute.list.map { (attribute.name, $0) }
      }
  }

  /// Every list that a facet or condition names.
  static var lists: Set<String> {
    let asked = Facets.types.flatMap { $0.attributes.compactMap(\.list) }
    return Set(conditions.values.joined().map(\.list) + asked + [FacetAttribute.sections])
  }

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, _) in contents.criteria {
      let asked = ["applies-when", "requirement"].flatMap { name in
        entry.element.child(name)?.facets ?? []
      }
      for facet in asked {
        for (attribute, list) in Self.lists(of: facet.name) {
          for token in facet.words(attribute) {
            check(token, list, .token(facet, attribute, token), contents, &report)
          }
        }
        checkDetails(of: facet, contents, &report)
      }
    }
    for (entry, _) in contents.frameworks {
      let parts = entry.element.children("layer").flatMap { $0.children("component") }
      for part in parts {
        guard let type = part.attribute("type") else { continue }
        check(type, "component-type", .attribute(part, "type"), contents, &report)
      }
    }
  }

  private func check(
    _ token: String, _ list: String, _ place: RuleTarget, _ contents: FileContents, _ report: inout RuleReport
  ) {
    let known = contents.words(in: list)
    guard !known.contains(token) else { return }
    let near = Suggestion.nearest(to: token, among: known)
    report.add(
      place, vi: "“\(token)” không có trong danh sách \(list)\(near.map { "; có phải là \($0)?" } ?? "")",
      en: "“\(token)” is not in the list \(list)\(near.map { "; did you mean \($0)?" } ?? "")")
  }

  /// A detail is an attribute or a child of its item.
  private func checkDetails(of facet: Element, _ contents: FileContents, _ report: inout RuleReport) {
    for attribute in Facets.attributes(of: facet.name) ?? [] {
      guard case .details(let named) = attribute.value, let item = facet.attribute(named),
        contents.words(in: FacetAttribute.items).contains(item)
      else { continue }
      let known = contents.grammar.details(of: item)
      for token in facet.words(attribute.name) where !known.contains(token) {
        let near = Suggestion.nearest(to: token, among: known)
        report.add(
          .token(facet, attribute.name, token),
          vi: "\(item) không có chi tiết “\(token)”\(near.map { "; có phải là \($0)?" } ?? "")",
          en: "\(item) has no detail “\(token)”\(near.map { "; did you mean \($0)?" } ?? "")")
      }
    }
  }
}
