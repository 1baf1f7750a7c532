import Catalogue

extension Avoids: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    // What contradicts does so in every section, but for what is today and the risks that a plan names.
    let found = XPathTest.expression(
      "boolean(/p:master-plan/*[not(self::p:risks or self::p:current-state)]/descendant::*[\(XPath.isAbout(topic))][\(XPath.written)])"
    )
    return PartAsXPath(holds: !found && export.areComplete(sections), fails: found)
  }
}
