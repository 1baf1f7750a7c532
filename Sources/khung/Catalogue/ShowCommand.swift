import ArgumentParser
import Editing
import Phrasing
import Source

/// `khung catalogue show ID`: one entry, and what it was on a day.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an entry, or the text that a printed citation means.")

  @Argument(help: "An id such as ND-269-2025, or a citation such as \"Quyết định 950/QĐ-TTg\".")
  var entry: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: "The day (YYYY-MM-DD); today unless given.", transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  func run() throws {
    let status = try Tool.guarded(language) {
      let loaded = try catalogue.sources.load()
      let phrasing = Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary)
      let card = EntryCard(phrasing)
      guard let text = card.text(for: entry, on: asOf ?? Tool.today) else {
        Tool.complain("\(entry.prefix(100)): \(language(.notInCatalogue))")
        return .refused
      }
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
