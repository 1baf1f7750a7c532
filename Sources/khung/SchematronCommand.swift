import ArgumentParser
import Judging
import Languages
import Reporting
import Schematron
import Source
import Writing
import XML

/// `khung schematron`: a plain validator of ISO Schematron for any document.
struct SchematronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schematron",
    abstract: Phrase("command-line.schematron").said,
    discussion: Phrase("command-line.schematron-details").said)

  @Argument(help: Phrase("command-line.schematron-schema").help, completion: .file(extensions: ["sch"]))
  var schema: String

  @Argument(help: Phrase("command-line.schematron-documents").help)
  var documents: [String]

  @Option(help: Phrase("command-line.schematron-phase").help)
  var phase: String?

  @Option(help: Phrase("command-line.schematron-format").help)
  var format: Format = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-messages").help)
  var language: Language = Speech.ofReports

  @Option(name: .shortAndLong, help: Phrase("command-line.schematron-output").help, completion: .file())
  var output: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, svrl
  }

  func run() throws {
    try Tool.run {
      let reader = SourceReader()
      let compiled = try SchematronSchema(reader.read(schema), path: schema == "-" ? nil : schema)
      let choice = phase.map { SchematronSchema.PhaseChoice($0) } ?? .byDefault
      let validator = try Validator(compiled, phase: choice)
      var run = SchematronRun()
      for path in documents {
        do throws(Refusal) {
          let document = try Document(reader.read(path))
          run.results.append(try validator.validate(document, path: path == "-" ? nil : path))
        } catch {
          // A fault in the schema that this document brings to light names both.
          let subject = error.source == path ? "" : "\(path): "
          Tool.complain(subject + Speech.language.explanation(error))
          run.errors.append((path, language.message(error)))
        }
      }
      try write(run)
      return run.status
    }
  }

  private func write(_ run: SchematronRun) throws(OutputFailure) {
    let text: String
    switch format {
    case .svrl:
      // SVRL has no place for what checked nothing.
      for result in run.results { SchematronText(Speech.language).idle(result).forEach(Tool.complain) }
      text = SVRL.report(run.results, errors: run.errors)
    case .text: text = run.results.map(SchematronText(language).text).joined()
    }
    try Output.write(text, to: output)
  }
}
