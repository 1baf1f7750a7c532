import Compliance
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

  /// The list of `master-plan.xsd` behind an attribute of a facet or condition.
  static let lists: [String: [(attribute: String, list: String)]] = [
    "covers-fields": [("fields", "field-type")],
    "has-component": [("types", "component-type"), ("status", "status")],
    "states": [("section", "section"), ("topic", "topic")],
    "avoids": [("section", "section"), ("topic", "topic")],
    "names-body": [("role", "body-role")],
    "names-participants": [("types", "participant-type")],
    "gives": [("item", "item")],
    "links-to": [("platform", "platform")],
    "trains": [("audience", "audience")],
    "schematron": [("section", "section")],
    "plan-kind": [("values", "plan-kind")], "city-level": [("values", "city-level")],
    "urban-class": [("values", "urban-class")], "stage": [("values", "stage")],
    "region": [("values", "region")],
    "plan-has": [("section", "section"), ("topic", "topic")],
    "aims-at-level": [("level", "maturity-level")],
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for (entry, _) in contents.criteria {
      let asked = ["applies-when", "requirement"].flatMap { name in
        entry.element.child(name)?.facets ?? []
      }
      for facet in asked {
        for (attribute, list) in Self.lists[facet.name] ?? [] {
          for token in facet.words(attribute) {
            check(token, list, .token(facet, attribute, token), contents, &report)
          }
        }
        if facet.name == "gives" { checkDetails(of: facet, contents, &report) }
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
    _ token: String, _ list: String, _ place: Place, _ contents: FileContents, _ report: inout RuleReport
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
    guard let item = facet.attribute("item"), RequirementVocabulary.items.contains(item) else { return }
    let known = contents.grammar.details(of: item)
    for token in facet.words("details")
    where !known.contains(token) {
      let near = Suggestion.nearest(to: token, among: known)
      report.add(
        .token(facet, "details", token),
        vi: "\(item) không có chi tiết “\(token)”\(near.map { "; có phải là \($0)?" } ?? "")",
        en: "\(item) has no detail “\(token)”\(near.map { "; did you mean \($0)?" } ?? "")")
    }
  }
}
