import Catalogue

extension LinksTo: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.found(
      export.items("link", in: "integration", "normalize-space(@platform)='\(platform)'"), by: by,
      in: ["integration"])
  }
}
