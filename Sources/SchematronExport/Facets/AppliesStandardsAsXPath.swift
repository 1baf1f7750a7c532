import Catalogue

extension AppliesStandards: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let counted = export.catalogue.standards.map(\.id).filter { standards.isEmpty || standards.contains($0) }
      .sorted()
    func sets(_ prefix: String) -> [String] {
      counted.compactMap { id in
        switch export.law.isOver(id) {
        case .constant(true): nil
        case .constant(false): "$\(prefix)-\(id)\(FacetsAsXPath.standards)"
        case .expression(let over): "$\(prefix)-\(id)\(FacetsAsXPath.standards)[not(\(over))]"
        }
      }
    }
    let holds = export.count(of: sets("is"), atLeast: minimum)
    let open = export.count(of: sets("may"), atLeast: 1)
    return PartAsXPath(
      holds: holds, fails: .all([!holds, !open, export.areComplete(["standards-applied", "architecture"])]))
  }
}
