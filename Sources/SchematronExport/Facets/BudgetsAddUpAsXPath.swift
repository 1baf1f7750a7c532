import Catalogue

extension BudgetsAddUp: FacetAsXPath {
  /// Sums in whole millionths: doubles hold those exactly up to nine digits before the point.
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let projects = export.items("project", in: "projects")
    let finance = XPath.section("finance")
    let sources = "round(sum(p:budget/@amount)*1000000)"
    let total = "round(@total*1000000)"
    let sum = "round(sum(\(projects)/@total)*1000000)"
    let stated = "round(\(finance)/@total*1000000)"
    func differing(_ comparison: String) -> XPathTest {
      .expression("boolean(\(projects)[@total][p:budget][\(sources)\(comparison)\(total)])")
    }
    func unit(_ element: String) -> String {
      "concat(normalize-space(\(element)@unit),substring('billion-VND',1,11*number(not(\(element)@unit))))"
    }
    let hasBoth =
      XPathTest.expression("boolean(\(projects)/@total)")
      && .expression("boolean(\(finance)/@total)")
    let mixed = XPathTest.expression("boolean(\(projects)[\(unit(""))!=\(unit(finance + "/"))])")
    let listed = export.areComplete(["projects"])
    let lacking = XPathTest.expression("boolean(\(projects)[not(@total)])")
    let isWhole = listed && !lacking
    let tooLarge = XPathTest.expression("\(sum)>\(stated)")
    // Sums of nothing agree, and are no budget.
    let nothing = XPathTest.expression("(\(sum)=0 and \(stated)=0)")
    let differs = XPathTest.expression("\(sum)!=\(stated)")
    let sourcesDiffer = differing(">") || (listed && differing("!="))
    let countable = hasBoth && !mixed
    let complete = export.areComplete(["projects", "finance"])
    return PartAsXPath(
      holds: !sourcesDiffer && countable && isWhole && !differs && !nothing,
      fails: .any([
        sourcesDiffer, countable && tooLarge, countable && isWhole && differs, !hasBoth && complete,
        countable && lacking && complete, countable && nothing && complete,
      ]))
  }
}
