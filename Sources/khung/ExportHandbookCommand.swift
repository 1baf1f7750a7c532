import ArgumentParser
import Editing
import Languages
import Phrasing
import Source
import Writing

/// `khung export docs`: the pages that are written from the catalogue and from the rules.
struct ExportHandbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: Phrase("command-line.export-docs").said)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .shortAndLong, help: Phrase("command-line.export-docs-folder").help, completion: .directory)
  var output: String

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      try Output.makeFolder(output)
      for language in Language.allCases {
        let phrasing = Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary)
        try Output.makeFolder("\(output)/\(language.rawValue)")
        for page in Handbook(phrasing).pages() {
          try OutputFile.write(page.text, to: "\(output)/\(page.path)")
        }
      }
      return .conforming
    }
  }
}
