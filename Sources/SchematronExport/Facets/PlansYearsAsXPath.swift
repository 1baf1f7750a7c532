import Catalogue

extension PlansYears: FacetAsXPath {
  /// A task whose words may name other years, or say nothing, is beyond this export.
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let tasks = export.items("phase", in: "phases") + "/p:task[\(XPath.filledIn)][number(@year)=\(year)]"
    let sure =
      tasks + "[\(SpokenWords.isPlain)][not(contains(.,'20') or contains(.,'19') or contains(.,'21'))]"
    let found = export.found(sure, in: ["phases"])
    let beyond = !found.holds && .expression("boolean(\(tasks))")
    return PartAsXPath(holds: found.holds, fails: found.fails, beyond: beyond)
  }
}
