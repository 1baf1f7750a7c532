import ArgumentParser
import Languages
import Phrasing
import Reporting
import SchematronExport
import Source
import Writing

/// `khung export`: the compiled catalogue in the formats of other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Phrase("command-line.export").said,
    subcommands: [ExportSchematronCommand.self, ExportOSCALCommand.self, ExportHandbookCommand.self])
}

/// `khung export schematron`: every criterion as plain ISO Schematron.
struct ExportSchematronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schematron",
    abstract: Phrase("command-line.export-schematron").said,
    discussion: Phrase("command-line.export-schematron-details").said)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    name: .customLong("as-of"),
    help: Phrase("command-line.export-day").help,
    transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let export = try SchematronExport(
        loaded.catalogue, profile: loaded.profile, vocabulary: loaded.contract.vocabulary,
        asOf: asOf ?? Tool.today)
      try Output.write(export.text(), to: output)
      return .conforming
    }
  }
}

/// `khung export oscal`: the catalogue as an OSCAL catalog.
struct ExportOSCALCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oscal",
    abstract: Phrase("command-line.export-oscal").said,
    discussion: Phrase("command-line.export-oscal-details").said)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("lang"), help: Phrase("command-line.export-oscal-language").help)
  var language: Language = Speech.ofReports

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  func run() throws {
    try Tool.run {
      let loaded = try catalogue.sources.load()
      let whole = try loaded.profile.map { try loaded.catalogue.applying($0) } ?? loaded.catalogue
      let phrasing = Phrasing(language, catalogue: whole, vocabulary: loaded.contract.vocabulary)
      try Output.write(OSCALCatalogue(phrasing).text(), to: output)
      return .conforming
    }
  }
}
