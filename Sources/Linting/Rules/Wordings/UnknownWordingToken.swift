import Source
import XML

/// Wordings of something that no plan can name.
struct UnknownWordingToken: CatalogueRule {
  let card = RuleCard(
    "K090", "unknown-wording-token", .error, .requirements,
    vi:
      "Cách viết của một giá trị không có trong danh sách của master-plan.xsd hoặc không phải lớp của khung "
      + "nào, nên không bao giờ được hỏi tới.",
    en: "The wording is of a token that the list of master-plan.xsd does not have, or of a layer that no "
      + "framework has, so that nothing ever asks for it.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(RuleExample.wording(token: "‸token=\"zero-trusts\"")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for element in source.wordings {
      guard let list = element.attribute("list"), let token = element.attribute("token") else { continue }
      let known = list == "layer" ? source.layers : source.values(of: list)
      guard !known.contains(token), list != "layer" || source.isWhole else { continue }
      let near = Suggestion.nearest(to: token, among: known)
      report.add(
        .attribute(element, "token"),
        vi: "“\(token)” không có trong danh sách \(list)\(near.map { "; có phải là \($0)?" } ?? "")",
        en: "“\(token)” is not in the list \(list)\(near.map { "; did you mean \($0)?" } ?? "")")
    }
  }
}
