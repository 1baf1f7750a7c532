import Catalogue

extension States: FacetAsXPath {
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    guard let topic else { return hasContent(export) }
    return export.found(export.items(about: topic, in: sections), by: by, in: sections)
  }

  /// An item that is filled in, or a figure of the section's own, such as the total of `finance`.
  private func hasContent(_ export: FacetsAsXPath) -> PartAsXPath {
    let items = sections.map { XPath.section($0) + "/*[\(XPath.filledIn)]" }
    guard by == nil else { return export.found(items.joined(separator: "|"), by: by, in: sections) }
    let figures = sections.map { section in
      XPath.section(section) + "/@*[namespace-uri()='' and local-name()!='coverage' and "
        + "local-name()!='clause' and local-name()!='note']"
    }
    return export.found((items + figures).joined(separator: "|"), in: sections)
  }
}
