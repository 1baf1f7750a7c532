import Source
import Workers
import XML

extension Catalogue {
  package static let namespace = "urn:khung:catalogue:1"

  /// One file of a catalogue; `name` is its path within the catalogue's folder, with `/`.
  package struct File: Sendable {
    package let name: String
    package let text: SourceText

    package init(name: String, text: SourceText) {
      self.name = name
      self.text = text
    }

    /// Whether it holds examples, which prove criteria and judge no plan.
    package var holdsExamples: Bool { name.utf8.starts(with: "examples/".utf8) }

    /// Whether it holds wordings, by which words are judged.
    package var holdsWordings: Bool { name.utf8.starts(with: "wordings/".utf8) }
  }

  /// Loads a catalogue from its files; those that hold examples are no part of it, nor of its digest: no verdict rests
  /// on them.
  /// - Parameter schema: `catalogue.xsd`; nil for files that were validated when the program was built.
  /// - Throws: `Refusal` for a file that is not valid, and for entries that do not hold together.
  package static func load(_ files: [File], schema: Schema?) throws(Refusal) -> Catalogue {
    let ordered = files.filter { !$0.holdsExamples }.sorted { $0.name < $1.name }
    guard let first = ordered.first else {
      throw Refusal(source: "", entry: nil, cause: CatalogueFault.noFiles)
    }
    // Each tree is gone before the next file is parsed: together they would be eight times the catalogue.
    let read = try SideBySide.map(ordered) { file throws(Refusal) in
      let document = try Document(file.text)
      try schema?.validate(document)
      return (
        reader: CatalogueReader(document.root, file: file.text.name),
        line: "\(file.name) \(file.text.digest)\n"
      )
    }
    let reader = CatalogueReader(read.map(\.reader))
    guard let edition = reader.editions.first else {
      throw Refusal(source: first.text.name, entry: nil, cause: CatalogueFault.noEdition)
    }
    guard reader.editions.count == 1 else {
      throw Refusal(
        source: reader.editions[1].origin.file, line: reader.editions[1].origin.line,
        entry: reader.editions[1].edition.number, cause: CatalogueFault.repeatedEdition)
    }
    let catalogue = Catalogue(
      reader, edition: edition.edition, digest: ContentDigest.sha256(Array(read.map(\.line).joined().utf8)))
    try catalogue.checkIntegrity()
    return catalogue
  }

  /// Reads the examples among the files of a catalogue, in the order of their files.
  /// - Throws: `Refusal` for a file that is not valid.
  package static func examples(among files: [File], schema: Schema?) throws(Refusal) -> [CriterionExample] {
    var examples: [CriterionExample] = []
    for file in files.filter(\.holdsExamples).sorted(by: { $0.name < $1.name }) {
      let document = try Document(file.text)
      try schema?.validate(document)
      examples += CatalogueReader(document.root, file: file.text.name).examples
    }
    return examples
  }
}
