import ArgumentParser
import BuiltIn
import Editing
import Languages
import Phrasing
import Source
import Writing

/// `khung explain`: a criterion, rule, facet, layer, verdict, force, exit status or word of a report in words.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Phrase("command-line.explain").said)

  @Argument(help: Phrase("command-line.explain-word").help)
  var word: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("as-of"), help: Phrase("command-line.day").help, transform: Day.read)
  var asOf: CalendarDate?

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.look(up: word, by: catalogue.lookUp(language)) {
      $0.explanation(of: word, on: asOf ?? Tool.today)
    }
  }
}

extension CatalogueOptions {
  func lookUp(_ language: Language) throws -> LookUp {
    let loaded = try sources.load()
    return try LookUp(
      Phrasing(language, catalogue: loaded.catalogue, vocabulary: loaded.contract.vocabulary),
      sources.wordings(), contract: BuiltIn.schema("catalogue"))
  }
}

extension Tool {
  /// Prints what is found by a word, or what could have been meant.
  static func look(up word: String, by lookUp: @autoclosure () throws -> LookUp, _ find: (LookUp) -> String?)
    throws
  {
    try run {
      let lookUp = try lookUp()
      guard let text = find(lookUp) else {
        complain(
          Phrase("command-line.not-found", ["word": .text(String(word.prefix(100)))])
            .suggesting(word, among: lookUp.names).said)
        return .refused
      }
      try Output.toStandardOutput(SafeText.harmlessLines(text))
      return .conforming
    }
  }
}
