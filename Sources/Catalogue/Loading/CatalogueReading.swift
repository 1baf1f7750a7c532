import XML

/// The entries of one file of a catalogue, as far as they can be read.
package struct FileReading: Sendable {
  fileprivate let reader: CatalogueReader

  /// - Parameters:
  ///   - root: the root element; nil for a file that could not be read or whose entries do not count.
  ///   - file: the name by which entries remember where they come from.
  package init(_ root: Element?, file: String) {
    reader = root.map { CatalogueReader($0, file: file) } ?? CatalogueReader()
  }

  /// In the order in which they stand, ids repeated as they do.
  package var instruments: [Instrument] { reader.instruments }
  package var standards: [Standard] { reader.standards }
  package var frameworks: [Framework] { reader.frameworks }
  package var criteria: [Criterion] { reader.criteria }
}

/// A catalogue as far as it can be read, for tools that look at its mistakes. Nothing promises that its
/// entries hold together; a check needs `Catalogue.load`.
package struct CatalogueReading {
  package let catalogue: Catalogue

  /// - Parameter files: what was read of the files, in the order of their names.
  package init(_ files: [FileReading]) {
    let reader = CatalogueReader(files.map(\.reader))
    catalogue = Catalogue(reader, edition: reader.editions.first?.edition ?? .unknown, digest: "")
  }
}

extension Catalogue.Edition {
  /// The edition of a catalogue that names none: the last day there is, so that every text is in force.
  fileprivate static var unknown: Catalogue.Edition {
    Catalogue.Edition(number: "", date: .last, title: Label(vietnamese: nil, english: nil))
  }
}

extension Catalogue {
  /// A catalogue of what was read.
  init(_ reader: CatalogueReader, edition: Edition, digest: String) {
    self.init(
      edition: edition, digest: digest, instruments: reader.instruments, standards: reader.standards,
      frameworks: reader.frameworks, indicators: reader.indicators, programme: reader.programme,
      criteria: reader.criteria, groups: reader.groups,
      wordings: reader.wordings)
  }
}
