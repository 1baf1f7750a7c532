import Catalogue

extension Avoids: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let found = export.spoken(
      WordingKey(list: WordingKey.topics, token: topic), labelled: export.labelled(topic, in: sections),
      others: export.texts(in: sections), in: sections)
    // What contradicts does so in every section, but for what is today and the risks that a plan names. The words of
    // other sections are not looked at here.
    let elsewhere = (["risks", "current-state"] + sections).map { "self::p:\($0)" }.joined(separator: " or ")
    let outside = XPathTest.expression(
      "boolean(/p:master-plan/*[not(\(elsewhere))]/descendant::*[\(XPath.isAbout(topic))][\(XPath.written)])")
    return PartAsXPath(
      holds: found.fails && !outside, fails: found.holds, beyond: !found.holds && (found.beyond || outside))
  }
}
