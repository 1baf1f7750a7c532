import Catalogue

extension Cites: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.cited(instrument, FacetsAsXPath.bases, in: "legal-bases")
  }
}
