import ArgumentParser
import Catalogue
import Editing
import Judging
import Languages
import Source
import Writing

/// `khung catalogue rebase OLD NEW`: the bases of an instrument carried over to its successor.
struct RebaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebase", abstract: Phrase("command-line.rebase").said,
    discussion: Phrase("command-line.rebase-details").said)

  @Argument(help: Phrase("command-line.rebase-old").help)
  var old: String

  @Argument(help: Phrase("command-line.rebase-new").help)
  var new: String

  @Option(
    name: .customLong("catalogue"), help: Phrase("command-line.edited-folder").help, completion: .directory)
  var folder = "Standards"

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-messages").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let files = try CatalogueFolder(folder).files()
      let rebase = try Rebase(
        files, Catalogue.load(files, schema: RuleBookSources.catalogueSchema()), from: old, to: new)
      for file in rebase.changed {
        try OutputFile.write(String(decoding: file.bytes, as: UTF8.self), to: file.path)
      }
      try Output.toStandardOutput(
        language(Phrase.rebased(files: rebase.changed.count, bases: rebase.bases, marks: rebase.marks)) + "\n"
      )
      return .conforming
    }
  }
}
