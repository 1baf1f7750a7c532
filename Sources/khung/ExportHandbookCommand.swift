import ArgumentParser
import Editing
import Phrasing

/// `khung export docs`: the pages that are written from the catalogue and from the rules.
struct ExportHandbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "Write the pages about rules, criteria and texts, in both languages.")

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .shortAndLong, help: "Folder for the pages.", completion: .directory)
  var output: String

  func run() throws {
    let status = try Tool.guarded(.english) {
      let loaded = try catalogue.sources.load()
      try Output.makeFolder(output)
      for language in Language.allCases {
        let phrasing = Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary)
        try Output.makeFolder("\(output)/\(language.rawValue)")
        for page in Handbook(phrasing).pages() { try Output.toFile(page.text, at: "\(output)/\(page.path)") }
      }
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
