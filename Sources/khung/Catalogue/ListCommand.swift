import ArgumentParser
import Catalogue
import Editing
import Phrasing
import Source

/// `khung catalogue list`: the entries, by what an editor looks for.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List entries by kind, state on a day, mark or layer.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "Kind: instrument, standard, framework, indicator, target or criterion.")
  var kind: ListedEntry.Kind?

  @Option(help: "State on the day, such as in-force or replaced.")
  var state: String?

  @Option(help: "Mark: verified, inferred or from-memory.")
  var mark: Mark?

  @Option(help: "A layer that the entry has or asks for, such as L3-CMP.")
  var layer: String?

  @Option(name: .customLong("as-of"), help: "The day (YYYY-MM-DD); today unless given.", transform: Day.read)
  var asOf: CalendarDate?

  @Option(help: "Format: text or json.")
  var format: Format = .text

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  func validate() throws {
    if let state, !LegalState.names.contains(state) {
      throw ValidationError("'\(state)' is no state; known are \(LegalState.names.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let status = try Tool.guarded(language) {
      let loaded = try catalogue.sources.load()
      if let layer, loaded.catalogue.layer(layer) == nil {
        let known = loaded.catalogue.frameworks.flatMap(\.layers).map(\.id).joined(separator: ", ")
        throw ValidationError("'\(layer)' is no layer; known are \(known).")
      }
      let entries = CatalogueListing(loaded.catalogue, on: asOf ?? Tool.today)
        .entries(kind: kind, mark: mark, state: state, layer: layer)
      try Output.toStandardOutput(
        format == .json
          ? CatalogueListing.json(entries, language)
          : CatalogueListing.text(entries, language, width: Terminal(isOutput: true).width))
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}

extension ListedEntry.Kind: ExpressibleByArgument {}
extension Mark: ExpressibleByArgument {}
