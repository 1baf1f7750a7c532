import Catalogue

/// One national target that two criteria ask for.
struct TargetOfTwoCriteria: CatalogueRule {
  let card = RuleCard(
    "K164", "target-of-two-criteria", .warning, .requirements,
    vi:
      "Hai tiêu chí cùng gắn với một mục tiêu của chương trình quốc gia: bảng tổng hợp đếm mục tiêu đó hai lần, và có "
      + "lẽ một mã bị gõ nhầm.",
    en:
      "Two criteria belong to one target of the national programme: the roll-up counts it twice, and one id was "
      + "probably mistyped.",
    accepts: .twoTargets(second: "P2"),
    rejects: .twoTargets(second: "‸P1"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var seen: [String: String] = [:]
    for (entry, criterion) in source.criteria {
      guard let target = criterion.schemeTarget else { continue }
      if let first = seen[target], first != entry.id {
        report.add(
          .value(entry.element, "scheme-target", scalar: 0), vi: "\(target) đã là mục tiêu của \(first)",
          en: "\(target) is the target of \(first) already")
      } else {
        seen[target] = entry.id
      }
    }
  }
}
