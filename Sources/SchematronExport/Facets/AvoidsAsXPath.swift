import Catalogue

extension Avoids: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    // What contradicts does so in every section, but for the risks that a plan names.
    let found = XPathTest.expression(
      "boolean(/p:master-plan/*[not(self::p:risks)]/descendant::*[\(XPath.isAbout(topic))][\(XPath.written)])"
    )
    return PartAsXPath(holds: !found && export.areComplete(sections), fails: found)
  }
}
