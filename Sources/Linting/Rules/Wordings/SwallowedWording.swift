import XML

/// Two wordings of a list that no example tells apart.
struct SwallowedWording: CatalogueRule {
  let card = RuleCard(
    "K094", "swallowed-wording", .warning, .requirements,
    vi: "Hai cách viết trong cùng danh sách nhận mọi ví dụ của nhau: không ví dụ nào phân biệt hai giá trị.",
    en:
      "Two wordings of the same list accept all examples of each other: no example tells the two tokens apart.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(
      RuleExample.wording(),
      RuleExample.wording(
        mark: "‸", token: "token=\"access-control\"",
        say: "<say>không tin cậy|zero trust|không có tin cậy</say>")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let wordings = source.wordings
    let shown = source.wordingTrials.shown
    func swallows(_ first: Int, _ second: Int) -> Bool {
      !shown[second].isEmpty && shown[second].allSatisfy { $0.contains(first) }
    }
    for (number, element) in wordings.enumerated() {
      for other in 0..<number
      where wordings[other].attribute("list") == element.attribute("list") && swallows(other, number)
        && swallows(number, other)
      {
        let token = wordings[other].attribute("token") ?? ""
        report.add(
          .element(element), vi: "không ví dụ nào phân biệt với \(token)",
          en: "no example tells it from \(token)")
      }
    }
  }
}
