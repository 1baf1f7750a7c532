import Catalogue

extension PlansYears: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.found(
      export.items("phase", in: "phases") + "/p:task[\(XPath.filledIn)][number(@year)=\(year)]",
      in: ["phases"])
  }
}
