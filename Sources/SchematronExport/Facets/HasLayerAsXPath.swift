import Catalogue

extension HasLayer: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.found(
      export.items("layer", in: "architecture", "normalize-space(@reference)='\(layer)'"),
      in: ["architecture"])
  }
}
