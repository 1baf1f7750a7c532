import ArgumentParser
import Judging
import Languages
import ManuscriptReading
import Sheets
import Source
import Writing

/// `khung read`: a city's own document as a manuscript.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: Phrase("command-line.read").said)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: Phrase("command-line.read-documents").help, completion: .file())
  var documents: [String]

  @Option(help: Phrase("command-line.read-format").help)
  var format: Format = .text

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
      let reader = ManuscriptReader()
      var (text, status): (String, RunStatus) = ("", .conforming)
      for document in documents {
        do throws(Refusal) {
          let contents = try source.contents(of: document)
          let manuscript = try reader.read(contents.bytes, named: contents.name)
          switch format {
          case .text: text += (text.isEmpty ? "" : "\n") + ManuscriptText(language).text(manuscript)
          case .json:
            let json = ManuscriptJSON.json(manuscript)
            text += documents.count == 1 ? json.text() : String(decoding: json.line(), as: UTF8.self) + "\n"
          }
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
