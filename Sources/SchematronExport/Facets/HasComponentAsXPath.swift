import Catalogue

extension HasComponent: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let architecture = XPath.section("architecture")
    let components = architecture + "/p:component"
    guard layer == nil else {
      // Two wordings at once, that of the layer and that of the component: not in this export.
      let some = XPathTest.expression("boolean(\(components))")
      return PartAsXPath(holds: .no, fails: !some && export.areComplete(["architecture"]), beyond: some)
    }
    let status = statuses.isEmpty ? "" : "[\(XPath.isOneOf("@status", statuses))]"
    let parts = types.map { type in
      export.spoken(
        WordingKey(list: "component-type", token: type),
        labelled: "\(components)[normalize-space(@type)='\(type)']\(status)",
        others: "\(components)\(status)|\(architecture)/p:statement\(status)", by: by,
        isTimed: !statuses.isEmpty, in: ["architecture"])
    }
    let holds = XPathTest.any(parts.map { .all([$0.holds, !$0.beyond]) })
    return PartAsXPath(
      holds: holds, fails: .all(parts.map(\.fails)), beyond: !holds && .any(parts.map(\.beyond)))
  }
}
