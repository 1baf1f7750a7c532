import Catalogue

extension RestsOnTextsInForce: FacetAsXPath {
  /// The standards that a plan applies are texts that it rests on, as its legal bases are.
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    func over(_ prefix: String) -> XPathTest {
      .any(
        export.texts.map { id in
          let nodes = XPathTest.any(
            [FacetsAsXPath.printedBases, FacetsAsXPath.printedStandards].map {
              .expression("boolean($\(prefix)-\(id)\($0))")
            })
          return export.law.isOver(id) && nodes
        })
    }
    let replaced = over("is")
    let basis = XPathTest.expression("boolean($printed\(FacetsAsXPath.bases))")
    let known = XPathTest.expression("boolean($cited\(FacetsAsXPath.bases))")
    let complete = export.areComplete(FacetsAsXPath.textSections)
    let readable = [FacetsAsXPath.printedBases, FacetsAsXPath.printedStandards].map {
      XPathTest.expression("not($unreadable\($0))")
    }
    return PartAsXPath(
      holds: .all([!replaced, complete, known, !over("may")] + readable),
      fails: replaced || (!basis && export.areComplete(["legal-bases"])))
  }
}
