import Catalogue

extension SelfAssessesMaturity: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let levels = export.items("present-level", in: "maturity")
    // A remark in brackets takes no claim back.
    let printed = XPath.section("maturity") + "/p:present-level[\(XPath.written)]"
    let claimed = XPathTest.expression("boolean(\(printed)[normalize-space(@claim)='recognised'])")
    let silent = XPathTest.expression("boolean(\(levels))") || export.areComplete(["maturity"])
    // Whether a remark in brackets leaves words beside it is not looked at.
    let beyond = "\(XPath.section("maturity"))/p:present-level[contains(.,'[')]"
    return PartAsXPath(
      holds: !claimed && silent, fails: claimed, beyond: .expression("boolean(\(beyond))"))
  }
}
