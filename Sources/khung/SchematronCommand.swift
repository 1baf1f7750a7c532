import ArgumentParser
import Judging
import Phrasing
import Reporting
import Schematron
import Source
import Writing
import XML

/// `khung schematron`: a plain validator of ISO Schematron for any document.
struct SchematronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schematron",
    abstract: "Validate any documents against an ISO Schematron schema.",
    discussion: """
      ISO/IEC 19757-3 with the query binding xslt (XPath 1.0). Exit status: 0 valid; 1 asserts failed or \
      reports fired; 2 the schema or a document was refused. A bad document never stops the others.
      """)

  @Argument(help: "The Schematron schema.", completion: .file(extensions: ["sch"]))
  var schema: String

  @Argument(help: "Documents in XML, or - for standard input.")
  var documents: [String]

  @Option(help: "The phase: a name, #ALL or #DEFAULT; else the schema's default phase, or all patterns.")
  var phase: String?

  @Option(help: "Format of the report.")
  var format: Format = .text

  @Option(name: .customLong("lang"), help: "Language of messages: vi or en.")
  var language: Language = .vietnamese

  @Option(name: .shortAndLong, help: "File for the report instead of standard output.", completion: .file())
  var output: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, svrl
  }

  func run() throws {
    let status = try Tool.guarded(language) {
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
          Tool.complain(subject + language.explanation(error))
          run.errors.append((path, language.message(error)))
        }
      }
      try write(run)
      return run.status
    }
    throw ExitCode(status.exitStatus)
  }

  private func write(_ run: SchematronRun) throws(OutputFailure) {
    let text: String
    switch format {
    case .svrl: text = SVRL.report(run.results, errors: run.errors)
    case .text: text = run.results.map(SchematronText(language).text).joined()
    }
    try Output.write(text, to: output)
  }
}

/// The results of one call and its worst status.
struct SchematronRun {
  var results: [ValidationResult] = []
  var errors: [(document: String, message: String)] = []

  var status: RunStatus {
    if !errors.isEmpty { return .refused }
    return results.allSatisfy(\.isValid) ? .conforming : .gaps
  }
}
