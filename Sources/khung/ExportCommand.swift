import ArgumentParser
import Compliance
import Reporting
import XML

/// `khung export`: the compiled catalogue in the formats of other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the catalogue for other tools.",
    subcommands: [ExportSchematronCommand.self, ExportHandbookCommand.self])
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
      let loaded = try catalogue.load()
      let export = try SchematronExport(
        loaded.catalogue, profile: loaded.profile, vocabulary: loaded.vocabulary, asOf: asOf ?? Tool.today)
      if let output {
        try Output.toFile(export.text(), at: output)
      } else {
        try Output.toStandardOutput(export.text())
      }
      return .conforming
    }
    throw ExitCode(status.rawValue)
  }
}
