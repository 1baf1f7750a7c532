import ArgumentParser
import Catalogue
import Editing
import Languages
import Source
import Writing

/// `khung catalogue list`: the entries, by what an editor looks for.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Phrase("command-line.list").said)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: Phrase("command-line.list-kind").help)
  var kind: ListedEntry.Kind?

  @Option(help: Phrase("command-line.list-state").help)
  var state: String?

  @Option(help: Phrase("command-line.list-mark").help)
  var mark: Mark?

  @Option(help: Phrase("command-line.list-layer").help)
  var layer: String?

  @Option(name: .customLong("as-of"), help: Phrase("command-line.day").help, transform: Day.read)
  var asOf: CalendarDate?

  @Option(help: Phrase("command-line.format-text-json").help)
  var format: Format = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func validate() throws {
    if let state, !LegalState.names.contains(state) {
      let known = LegalState.names.joined(separator: ", ")
      throw Phrase("command-line.no-state", ["name": .text(state), "names": .text(known)]).usageError
    }
  }

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      if let layer, loaded.catalogue.layer(layer) == nil {
        let known = loaded.catalogue.frameworks.flatMap(\.layers).map(\.id).joined(separator: ", ")
        throw Phrase("command-line.no-layer", ["name": .text(layer), "names": .text(known)]).usageError
      }
      let entries = CatalogueListing(loaded.catalogue, on: asOf ?? Tool.today)
        .entries(kind: kind, mark: mark, state: state, layer: layer)
      try Output.toStandardOutput(
        format == .json
          ? CatalogueListing.json(entries, language)
          : CatalogueListing.text(entries, language, width: Terminal(isOutput: true).width))
      return .conforming
    }
  }
}

extension ListedEntry.Kind: ExpressibleByArgument {}
extension Mark: ExpressibleByArgument {}
