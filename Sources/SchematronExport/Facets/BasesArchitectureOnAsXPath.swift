import Catalogue

extension BasesArchitectureOn: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    export.cited(instrument, "[self::p:based-on]" + FacetsAsXPath.filledIn, in: "architecture")
  }
}
