import ArgumentParser
import BuiltIn
import Editing
import Judging
import Source
import Writing

/// `khung catalogue new KIND ID`: an entry with all that is compulsory, and marks at what a person must say.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Phrase("command-line.new-entry").said,
    discussion: Phrase("command-line.new-entry-details").said)

  @Argument(help: Phrase("command-line.new-entry-kind").help)
  var kind: NewEntry.Kind

  @Argument(help: Phrase("command-line.new-entry-id").help)
  var id: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  func run() throws {
    try Tool.run {
      if let fault = NewEntry.fault(kind, id, in: try catalogue.sources.load().catalogue) {
        throw Refusal(source: output ?? "-", entry: id, cause: fault)
      }
      let template = try BuiltIn.file("Entries/\(kind.rawValue).xml")
      try Output.write(
        NewEntry(template, id: id, day: Tool.today, schema: RuleBookSources.catalogueSchema()).text,
        to: output)
      return .conforming
    }
  }
}

extension NewEntry.Kind: ExpressibleByArgument {}
