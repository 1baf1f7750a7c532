import ArgumentParser
import Editing
import Source
import Writing

/// `khung catalogue graph`: who replaces, cites and amends whom.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: Phrase("command-line.graph").said)

  @Argument(help: Phrase("command-line.graph-entry").help)
  var entry: String?

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: Phrase("command-line.graph-format").help)
  var format: CatalogueGraph.Format = .dot

  @Flag(help: Phrase("command-line.graph-criteria").help)
  var criteria = false

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load().catalogue
      if let entry, loaded.life(of: entry) == nil, loaded.criterion(entry) == nil {
        throw Phrase("command-line.no-entry", ["name": .text(entry)])
          .suggesting(entry, among: loaded.entryIDs).usageError
      }
      let isCriterion = entry.map { loaded.criterion($0) != nil } ?? false
      let graph = CatalogueGraph(loaded, around: entry, withCriteria: criteria || isCriterion)
      try Output.toStandardOutput(graph.text(format))
      return .conforming
    }
  }
}

extension CatalogueGraph.Format: ExpressibleByArgument {}
