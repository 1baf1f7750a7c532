import ArgumentParser
import Editing

/// `khung catalogue graph`: who replaces, cites and amends whom.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Write who replaces, cites and amends whom, for Graphviz or Mermaid.")

  @Argument(help: "Only this entry and what it is joined with.")
  var entry: String?

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "Format: dot or mermaid.")
  var format: CatalogueGraph.Format = .dot

  @Flag(help: "Criteria and their bases, too.")
  var criteria = false

  func run() throws {
    let status = try Tool.guarded(.english) {
      let loaded = try catalogue.sources.load().catalogue
      if let entry, loaded.life(of: entry) == nil, loaded.criterion(entry) == nil {
        throw ValidationError("'\(entry)' is no text and no criterion of the catalogue.")
      }
      let isCriterion = entry.map { loaded.criterion($0) != nil } ?? false
      let graph = CatalogueGraph(loaded, around: entry, withCriteria: criteria || isCriterion)
      try Output.toStandardOutput(graph.text(format))
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}

extension CatalogueGraph.Format: ExpressibleByArgument {}
