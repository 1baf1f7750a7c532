import ArgumentParser
import Catalogue
import Editing
import Judging
import Languages
import Phrasing
import Source
import Writing

/// `khung catalogue calendar`: what begins and ends in the law, and who rests on it.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: Phrase("command-line.calendar").said,
    discussion: Phrase("command-line.calendar-details").said)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ics }

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: Phrase("command-line.calendar-from").help, transform: Day.read)
  var from: CalendarDate?

  @Option(help: Phrase("command-line.calendar-to").help, transform: Day.read)
  var to: CalendarDate?

  @Option(help: Phrase("command-line.calendar-format").help)
  var format: Format = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  func validate() throws {
    let from = from ?? Tool.today
    if let to, to < from {
      throw Phrase("command-line.calendar-backwards", ["from": .date(from), "to": .date(to)]).usageError
    }
  }

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let applied = try loaded.profile.map { try loaded.catalogue.applying($0) } ?? loaded.catalogue
      let first = from ?? Tool.today
      let days = first...max(first, to ?? .last)
      let text = CalendarText(
        Phrasing(language, catalogue: applied, vocabulary: loaded.contract.vocabulary),
        try LegalCalendar(of: applied, profile: loaded.profile, days: days), days: days)
      switch format {
      case .text: try Output.write(SafeText.harmlessLines(text.text), to: output)
      case .json: try Output.write(text.json, to: output)
      case .ics: try Output.write(text.iCalendar(producer: Program.version), to: output)
      }
      return .conforming
    }
  }
}
