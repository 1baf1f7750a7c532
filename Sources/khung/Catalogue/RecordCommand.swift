import ArgumentParser
import Catalogue
import Judging
import Linting
import Phrasing

/// `khung catalogue record`: writes the list of ids, numbers and meanings that later editions answer to.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Accept the ids and meanings of a catalogue as they are now.",
    discussion: """
      Writes stability.tsv beside the catalogue. khung lint then reports an id that vanished or changed, and \
      a criterion that asks for something else under its old id.
      """)

  @Argument(help: "The catalogue's folder.", completion: .directory)
  var folder: String

  @Option(name: .customLong("lang"), help: "Language of messages: vi or en.")
  var language: Language = .vietnamese

  func run() throws {
    let status = try Tool.guarded(language) {
      let schema = try RuleBookSources.catalogueSchema()
      let catalogue = try Catalogue.load(CatalogueFolder(folder).files(), schema: schema)
      try Output.toFile(StabilityList(catalogue).text, at: "\(folder)/\(StabilityList.fileName)")
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
