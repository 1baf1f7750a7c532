import ArgumentParser
import Forms
import Intake
import Judging
import Languages
import Manuscript
import ManuscriptReading
import MasterPlan
import Recognition
import Sheets
import Source
import Writing

/// `khung read`: what a machine finds in a city's own document.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: Phrase("command-line.read").said)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// What was found, for people and for programs.
    case text, json
    /// The plan file made of it.
    case plan
    /// The document itself, block by block.
    case manuscript
    case manuscriptJSON = "manuscript-json"
  }

  @Argument(help: Phrase("command-line.read-documents").help, completion: .file())
  var documents: [String]

  @Option(help: Phrase("command-line.read-format").help)
  var format: Format = .text

  @Flag(help: Phrase("command-line.together").help)
  var together = false

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func run() throws {
    if let output, let input = documents.first(where: { Output.isSame($0, output) }) {
      throw Phrase("command-line.overwrites-input", ["input": .text(input)]).usageError
    }
    let status = try Tool.guarded {
      let source = SourceReader()
      let writer = try ReadingWriter(catalogue, format, language)
      var (text, status): (String, RunStatus) = ("", .conforming)
      let inputs = together ? [documents] : documents.map { [$0] }
      for input in inputs {
        do throws(Refusal) {
          let written =
            together
            ? try writer.text(of: SubmissionFiles(input, source))
            : try writer.text(of: source.contents(of: input[0]), isOnly: inputs.count == 1)
          text += (text.isEmpty || format != .text && format != .manuscript ? "" : "\n") + written
        } catch {
          Tool.complain(Speech.language.explanation(error))
          status = .refused
        }
      }
      // A file of yesterday must not pass for one of today.
      if !text.isEmpty || output != nil { try Output.write(text, to: output) }
      return status
    }
    throw ExitCode(status.exitStatus)
  }
}

/// One document in one of the formats.
private struct ReadingWriter {
  private let format: ReadCommand.Format
  private let language: Language
  private let vocabulary: PlanVocabulary
  private let intake: Intake?

  init(_ catalogue: CatalogueOptions, _ format: ReadCommand.Format, _ language: Language) throws {
    self.format = format
    self.language = language
    let loaded = try catalogue.sources.load()
    vocabulary = loaded.contract.vocabulary
    intake =
      switch format {
      case .text, .json, .plan: try Intake(loaded.catalogue, vocabulary: loaded.contract.vocabulary)
      case .manuscript, .manuscriptJSON: nil
      }
  }

  /// Several files as one submission.
  func text(of submission: SubmissionFiles) throws(Refusal) -> String {
    guard let intake else {
      return text(try Intake.manuscript(of: submission.files, named: submission.name), isOnly: true)
    }
    return try text(intake.read(together: submission.files, named: submission.name), intake, isOnly: true)
  }

  func text(of file: (name: String, bytes: [UInt8]), isOnly: Bool) throws(Refusal) -> String {
    guard let intake else {
      return text(try ManuscriptReader().read(file.bytes, named: file.name), isOnly: isOnly)
    }
    return try text(intake.read(file.bytes, named: file.name), intake, isOnly: isOnly)
  }

  private func text(_ manuscript: Manuscript, isOnly: Bool) -> String {
    format == .manuscript
      ? ManuscriptText(language).text(manuscript) : written(ManuscriptJSON.json(manuscript), isOnly: isOnly)
  }

  private func text(_ reading: Reading, _ intake: Intake, isOnly: Bool) throws(Refusal) -> String {
    switch format {
    case .json: return written(ReadingJSON.json(reading), isOnly: isOnly)
    case .plan: return String(decoding: try intake.plan(of: reading).bytes, as: UTF8.self)
    case .text, .manuscript, .manuscriptJSON:
      // What it says is read cell by cell; the sheet is what a machine would see in any document.
      let note =
        try PlanForm.isForm(reading.manuscript) ? language(Phrase("manuscript.is-form")) + "\n" : ""
      return note
        + ReadingText(language) { [vocabulary] name in
          let term =
            vocabulary.type(name) ?? vocabulary.detail(name, of: "identity")
            ?? vocabulary.detail(name, of: "city")
          return term.map { language == .vietnamese ? $0.vietnamese : $0.english } ?? name
        }.text(reading, sections: vocabulary.sections)
    }
  }

  private func written(_ json: JSON, isOnly: Bool) -> String {
    isOnly ? json.text() : String(decoding: json.line(), as: UTF8.self) + "\n"
  }
}
