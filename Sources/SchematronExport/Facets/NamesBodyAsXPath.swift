import Catalogue

extension NamesBody: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let sections = ["governance", "identity"]
    let bodies = sections.map { section in
      export.items("body", in: section, "normalize-space(@role)='\(role)'")
        + (withDecision
          ? "[\(XPath.given("@decision"))][\(XPath.namesDecision("@decision"))]" : "")
    }
    return export.found(bodies.joined(separator: "|"), in: sections)
  }
}
