import XML

/// A catalogue as far as it can be read, for tools that look at its mistakes. Nothing promises that its
/// entries hold together; a check needs `Catalogue.load`.
public struct CatalogueReading {
  public let catalogue: Catalogue
  /// Entries in the order of the files, ids repeated as they stand.
  public let instruments: [Instrument]
  public let standards: [Standard]
  public let frameworks: [Framework]
  public let criteria: [Criterion]

  /// - Parameter roots: root elements with the names of their files.
  public init(_ roots: [(root: Element, file: String)]) {
    var reader = CatalogueReader()
    for (root, file) in roots { reader.read(root, file: file) }
    instruments = reader.instruments
    standards = reader.standards
    frameworks = reader.frameworks
    criteria = reader.criteria
    catalogue = Catalogue(
      edition: reader.editions.first?.edition ?? .unknown, digest: "", instruments: instruments,
      standards: standards, frameworks: frameworks, indicators: reader.indicators,
      programme: reader.programme, criteria: criteria, groups: reader.groups)
  }
}

extension Catalogue.Edition {
  /// The edition of a catalogue that names none: the last day there is, so that every text is in force.
  fileprivate static var unknown: Catalogue.Edition {
    Catalogue.Edition(number: "", date: .last, title: Label(vietnamese: nil, english: nil))
  }
}
