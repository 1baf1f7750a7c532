import ArgumentParser
import Compliance
import Phrasing
import Reporting
import Source

/// `khung export`: the compiled catalogue in the formats of other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the catalogue for other tools.",
    subcommands: [ExportSchematronCommand.self, ExportOSCALCommand.self, ExportHandbookCommand.self])
}

/// `khung export schematron`: every criterion as plain ISO Schematron.
struct ExportSchematronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schematron",
    abstract: "Write every criterion as plain ISO Schematron (XPath 1.0), as of one day.",
    discussion: """
      Any Schematron processor then comes to the verdicts of khung check --as-of with the same day. The \
      head of the schema says how verdicts are encoded.
      """)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    name: .customLong("as-of"),
    help: "The day whose law counts (YYYY-MM-DD); today unless given. An approved plan needs its own day.",
    transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .shortAndLong, help: "File instead of standard output.", completion: .file())
  var output: String?

  func run() throws {
    let status = try Tool.guarded(.english) {
      let loaded = try catalogue.sources.load()
      let export = try SchematronExport(
        loaded.catalogue, profile: loaded.profile, vocabulary: loaded.contract.vocabulary,
        asOf: asOf ?? Tool.today)
      try Output.write(export.text(), to: output)
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}

/// `khung export oscal`: the catalogue as an OSCAL catalog.
struct ExportOSCALCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oscal",
    abstract: "Write the catalogue as an OSCAL catalog in JSON, for compliance platforms.",
    discussion: "Gap reports that name its controls come from khung check --format oscal-assessment-results.")

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("lang"), help: "Language of titles and statements: vi or en.")
  var language: Language = .vietnamese

  @Option(name: .shortAndLong, help: "File instead of standard output.", completion: .file())
  var output: String?

  func run() throws {
    let status = try Tool.guarded(language) {
      let loaded = try catalogue.sources.load()
      let whole = try loaded.profile.map { try loaded.catalogue.applying($0) } ?? loaded.catalogue
      let phrasing = Phrasing(language, catalogue: whole, vocabulary: loaded.contract.vocabulary)
      try Output.write(OSCALCatalogue(phrasing).text(), to: output)
      return .conforming
    }
    throw ExitCode(status.exitStatus)
  }
}
