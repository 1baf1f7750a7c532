import Catalogue

extension HasLayer: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let architecture = XPath.section("architecture")
    return export.spoken(
      WordingKey(list: WordingKey.layers, token: layer),
      labelled: "\(architecture)/p:layer[normalize-space(@reference)='\(layer)']",
      others: "\(architecture)/p:layer|\(architecture)/p:statement", in: ["architecture"])
  }
}
