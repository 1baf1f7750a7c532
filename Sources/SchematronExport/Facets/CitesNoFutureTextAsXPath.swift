import Catalogue

extension CitesNoFutureText: FacetAsXPath {
  /// Looks at the plan's own date, so that each text is compared with its first day.
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let places = "[self::p:legal-basis or self::p:standard]"
    let later = XPathTest.any(
      export.texts.compactMap { id in
        export.law.startsAfterOwnDate(id).map { .expression("boolean($is-\(id)\(places))") && $0 }
      })
    let none = !XPathTest.expression("boolean(/p:master-plan/p:legal-bases/p:legal-basis)")
    let complete = export.areComplete(FacetsAsXPath.textSections)
    return PartAsXPath(
      holds: .all([!later, complete, !none]), fails: later || (none && export.areComplete(["legal-bases"])))
  }
}
