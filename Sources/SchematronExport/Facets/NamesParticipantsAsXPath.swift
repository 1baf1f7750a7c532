import Catalogue

extension NamesParticipants: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let participation = XPath.section("participation")
    return export.spoken(
      WordingKey(list: "participant-type", token: type),
      labelled: "\(participation)/p:participant[normalize-space(@type)='\(type)']",
      others: "\(participation)/p:participant|\(participation)/p:statement", in: ["participation"])
  }
}
