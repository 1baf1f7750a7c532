import Catalogue

extension CoversFields: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let items = XPath.section("architecture") + "/p:field"
    let names = Set(fields).sorted()
    func shown(_ condition: String) -> [PartAsXPath] {
      names.map { field in
        export.spoken(
          WordingKey(list: "field-type", token: field),
          labelled: "\(items)[normalize-space(@type)='\(field)']\(condition)", others: items + condition,
          in: ["architecture"])
      }
    }
    let all = shown("")
    let reasoned = withReason ? shown("[\(XPath.given("@reason"))]") : all
    let enough = Self.count(reasoned.map { .all([$0.holds, !$0.beyond]) }, atLeast: minimum)
    let beyond = !enough && .any((all + reasoned).map(\.beyond))
    let fails = XPathTest.all(
      [!enough, !beyond, export.areComplete(["architecture"])] + all.map { $0.holds || $0.fails })
    return PartAsXPath(holds: enough, fails: fails, beyond: beyond)
  }

  private static func count(_ tests: [XPathTest], atLeast minimum: Int) -> XPathTest {
    if minimum <= 1 { return minimum <= 0 ? .yes : .any(tests) }
    return .expression(tests.map { "number(\($0.text))" }.joined(separator: "+") + ">=\(minimum)")
  }
}
