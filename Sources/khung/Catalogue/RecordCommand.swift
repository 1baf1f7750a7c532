import ArgumentParser
import Catalogue
import Judging
import Languages
import Linting
import Source
import Writing

/// `khung catalogue record`: writes the list of ids, numbers and meanings that later editions answer to.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: Phrase("command-line.record").said,
    discussion: Phrase("command-line.record-details").said)

  @Argument(help: Phrase("command-line.record-folder").help, completion: .directory)
  var folder: String

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-messages").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let schema = try RuleBookSources.catalogueSchema()
      let files = try CatalogueFolder(folder).files()
      let list = try StabilityList(Catalogue.load(files, schema: schema), files: files)
      try OutputFile.write(list.text, to: "\(folder)/\(StabilityList.fileName)")
      return .conforming
    }
  }
}
