import Catalogue

extension NamesBody: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let sections = ["governance", "identity"]
    let key = WordingKey(list: "body-role", token: role)
    let bodies = sections.map { XPath.section($0) + "/p:body" }
    func named(_ condition: String, _ others: [String]) -> PartAsXPath {
      export.spoken(
        key,
        labelled: bodies.map { "\($0)[normalize-space(@role)='\(role)']\(condition)" }.joined(separator: "|"),
        others: (bodies + others).map { $0 + condition }.joined(separator: "|"), in: sections)
    }
    guard withDecision else { return named("", [XPath.section("governance") + "/p:statement"]) }
    let decided = named("[\(XPath.given("@decision"))][\(XPath.namesDecision("@decision"))]", [])
    return decided.shortOf(named("", []))
  }
}

extension PartAsXPath {
  /// The part for items that meet a condition, where those that do not are a shortcoming: it fails only where no label
  /// among all of them is left open.
  func shortOf(_ all: PartAsXPath) -> PartAsXPath {
    PartAsXPath(
      holds: holds, fails: fails && (all.holds || all.fails), beyond: beyond || (!holds && all.beyond))
  }
}
