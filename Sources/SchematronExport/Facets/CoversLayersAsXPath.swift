import Catalogue

extension CoversLayers: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath { export.asOnePart(parts(in: export)) }

  func parts(in export: FacetsAsXPath) -> [PartAsXPath] {
    (export.catalogue.framework(framework)?.layers ?? []).filter { $0.kind == kind }
      .map { HasLayer($0.id).part(in: export) }
  }
}
