import Catalogue

extension HasComponent: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    var nodes = export.items("component", in: "architecture", XPath.isOneOf("@type", types))
    if let layer {
      let layers = export.items("layer", in: "architecture", "normalize-space(@reference)='\(layer)'")
      nodes += "[@layer=\(layers)/@id]"
    }
    if !statuses.isEmpty { nodes += "[\(XPath.isOneOf("@status", statuses))]" }
    return export.found(nodes, by: by, in: ["architecture"])
  }
}
