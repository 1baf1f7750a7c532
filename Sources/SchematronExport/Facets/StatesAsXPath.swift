import Catalogue

extension States: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    guard let topic else { return hasContent(export) }
    return export.spoken(
      WordingKey(list: WordingKey.topics, token: topic), labelled: export.labelled(topic, in: sections),
      others: export.texts(in: sections), by: by, in: sections)
  }

  /// An item that says something, or a figure of the section's own, such as the total of `finance`.
  private func hasContent(_ export: FacetsAsXPath) -> PartAsXPath {
    let items = sections.map { XPath.section($0) + "/*[\(XPath.filledIn)]" }
    let figures = sections.map { section in
      XPath.section(section) + "/@*[namespace-uri()='' and local-name()!='coverage' and "
        + "local-name()!='clause' and local-name()!='note']"
    }
    let found = export.found(items.joined(separator: "|"), by: by, in: sections)
    guard by == nil else {
      return PartAsXPath(
        holds: found.holds, fails: found.fails,
        beyond: .expression("boolean(\(items.joined(separator: "|")))"))
    }
    // Of items without words of their own, of plain ones and of figures it is certain that they say something.
    let sure = sections.map {
      XPath.section($0) + "/*[\(XPath.filledIn)][\(SpokenWords.isPlain) or p:name[\(SpokenWords.isPlain)] or "
        + "normalize-space(self::*[not(*)]|p:name[1])='']"
    }
    let content = export.found((items + figures).joined(separator: "|"), in: sections)
    let certain = XPathTest.expression("boolean(\((sure + figures).joined(separator: "|")))")
    return PartAsXPath(
      holds: content.holds, fails: content.fails,
      beyond: !certain && .expression("boolean(\(items.joined(separator: "|")))"))
  }
}
