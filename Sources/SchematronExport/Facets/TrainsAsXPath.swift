import Catalogue

extension Trains: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.found(
      export.items("training-target", in: "training", "normalize-space(@audience)='\(audience)'")
        + "[number(translate(@share,'+',''))>=\(share)]",
      by: by, in: ["training"])
  }
}
