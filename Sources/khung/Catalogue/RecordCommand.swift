import ArgumentParser
import Catalogue
import Editing
import Glibc
import Judging
import Languages
import Linting
import Source
import Writing

/// `khung catalogue record`: the list of ids, numbers, meanings and bases that later editions answer to. What is not
/// as it was recorded is listed; a person accepts it by id and says why.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: Phrase("command-line.record").said,
    discussion: Phrase("command-line.record-details").said)

  @Argument(help: Phrase("command-line.record-folder").help, completion: .directory)
  var folder: String

  @Argument(help: Phrase("command-line.record-ids").help)
  var ids: [String] = []

  @Flag(help: Phrase("command-line.record-all").help)
  var all = false

  @Option(help: Phrase("command-line.record-reason").help)
  var reason: String?

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-messages").help)
  var language: Language = Speech.ofReports

  func validate() throws {
    guard ids.isEmpty && !all || !(reason ?? "").allSatisfy(\.isWhitespace) else {
      throw Phrase("command-line.record-needs-reason").usageError
    }
  }

  func run() throws {
    try Tool.run {
      let schema = try RuleBookSources.catalogueSchema()
      let files = try CatalogueFolder(folder).files()
      let now = try StabilityList(Catalogue.load(files, schema: schema), files: files)
      let path = "\(folder)/\(StabilityList.fileName)"
      guard access(path, F_OK) == 0 else {
        try OutputFile.write(now.text, to: path)
        return .conforming
      }
      let recorded = StabilityList(String(decoding: try SourceReader().read(path).bytes, as: UTF8.self))
      let changes = recorded.changes(to: now)
      let open = changes.filter { !all && !ids.contains($0.id) }
      let wanted = Set(changes.map(\.id))
      if let stranger = ids.first(where: { !wanted.contains($0) }) {
        throw Phrase("command-line.not-to-record", ["id": .text(String(stranger.prefix(100)))])
          .suggesting(stranger, among: wanted.sorted()).usageError
      }
      if all || !ids.isEmpty {
        let accepted = recorded.accepting(all ? wanted : Set(ids), of: now, because: reason ?? "")
        try OutputFile.write(accepted.text, to: path)
      }
      try Output.toStandardOutput(StabilityText(language).text(open))
      return open.isEmpty ? .conforming : .gaps
    }
  }
}
