import Catalogue

extension StatesCoordinateSystem: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let print = "translate(translate(@coordinate-system,$from,$to),' ','')"
    let bare = PrintFolding.fold(system).filter { $0.isLetter || $0.isNumber }
    return export.found(
      export.items("spatial-data", in: "data", XPath.given("@coordinate-system"))
        + "[contains(\(print),'\(bare)')][not(contains(\(print),'khong'))][not(contains(\(print),'chua'))]",
      in: ["data"])
  }
}
