import Catalogue

extension NamesParticipants: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.found(
      export.items("participant", in: "participation", "normalize-space(@type)='\(type)'"),
      in: ["participation"])
  }
}
