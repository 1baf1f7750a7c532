import Catalogue

extension Avoids: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let found = export.spoken(
      WordingKey(list: WordingKey.topics, token: topic), labelled: export.labelled(topic, in: sections),
      others: export.texts(in: sections), in: sections)
    return PartAsXPath(holds: found.fails, fails: found.holds, beyond: found.beyond)
  }
}
