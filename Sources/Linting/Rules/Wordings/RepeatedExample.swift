import XML

/// The same sentence twice among the examples of a wording.
struct RepeatedExample: CatalogueRule {
  let card = RuleCard(
    "K096", "repeated-example", .warning, .requirements,
    vi: "Một câu ví dụ của cách viết đứng hai lần: câu thứ hai không chứng minh thêm điều gì.",
    en: "An example of a wording stands twice: the second one proves nothing more.",
    accepts: .wordings(RuleExample.wording()),
    rejects: .wordings(RuleExample.wording(accepts: "Áp dụng Zero Trust.", markAccepts: "‸")))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for wording in source.wordings {
      for name in ["accepts", "rejects"] {
        var seen: Set<String> = []
        for example in wording.children(name) where !seen.insert(PrintedName(example.text).key).inserted {
          report.add(.element(example), vi: "câu này đã có ở trên", en: "this sentence stands above already")
        }
      }
    }
  }
}
