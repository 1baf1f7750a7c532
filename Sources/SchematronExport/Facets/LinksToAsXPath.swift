import Catalogue

extension LinksTo: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let integration = XPath.section("integration")
    return export.spoken(
      WordingKey(list: "platform", token: platform),
      labelled: "\(integration)/p:link[normalize-space(@platform)='\(platform)']",
      others: "\(integration)/p:link|\(integration)/p:statement", by: by, in: ["integration"])
  }
}
