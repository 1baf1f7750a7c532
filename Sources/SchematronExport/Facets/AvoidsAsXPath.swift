import Catalogue

extension Avoids: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let stated = export.found(export.items(about: topic, in: sections), in: sections)
    return PartAsXPath(holds: stated.fails, fails: stated.holds)
  }
}
