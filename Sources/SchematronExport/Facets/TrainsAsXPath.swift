import Catalogue

extension Trains: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let targets = XPath.section("training") + "/p:training-target"
    let key = WordingKey(list: "audience", token: audience)
    let labelled = "\(targets)[normalize-space(@audience)='\(audience)']"
    let enough = "[number(translate(@share,'+',''))>=\(share)]"
    let reached = export.spoken(
      key, labelled: labelled + enough, others: targets + enough, by: by, unless: ["%", "phần trăm"],
      in: ["training"])
    return reached.shortOf(export.spoken(key, labelled: labelled, others: targets, in: ["training"]))
  }
}
