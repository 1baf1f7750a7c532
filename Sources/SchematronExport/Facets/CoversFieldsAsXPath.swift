import Catalogue

extension CoversFields: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let sets = Set(fields).sorted().map { field in
      export.items("field", in: "architecture", "normalize-space(@type)='\(field)'")
        + (withReason ? "[\(XPath.given("@reason"))]" : "")
    }
    let holds = export.count(of: sets, atLeast: minimum)
    return PartAsXPath(holds: holds, fails: !holds && export.areComplete(["architecture"]))
  }
}
