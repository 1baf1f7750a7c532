import Catalogue

extension CitesNoLonger: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let place = FacetsAsXPath.printedBases
    let cites = XPathTest.expression("boolean($is-\(instrument)\(place))")
    let mayCite = XPathTest.expression("boolean($may-\(instrument)\(place))")
    return PartAsXPath(
      asked: export.law.isOver(instrument),
      holds: .all([
        !cites, !mayCite, !.expression("boolean($unreadable\(place))"), export.areComplete(["legal-bases"]),
      ]), fails: cites)
  }
}
