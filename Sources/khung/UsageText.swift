import ArgumentParser
import Languages
import Source

/// What the parser of arguments says, help and complaints, in the language of the command line. A complaint of a
/// kind that is not known is put into a sentence of the language.
struct UsageText {
  let words: String

  init(_ error: any Error) {
    let text = Khung.fullMessage(for: error)
    let help = ParserHelp(Speech.language)
    let head = "Error: "
    guard text.utf8.starts(with: head.utf8) else {
      // Scripts for a shell and the version are nobody's prose.
      words = ParserHelp.isHelp(text) ? help(text) : text
      return
    }
    let message = Khung.message(for: error)
    let rest = String(text.unicodeScalars.dropFirst(head.unicodeScalars.count + message.unicodeScalars.count))
    words = Phrase("command-line.error").said + " " + Self.complaint(message) + help(rest)
  }

  private static func complaint(_ message: String) -> String {
    if let ours = ParserComplaint.ours(message) { return ours }
    let phrase =
      ParserComplaint.phrase(of: message) ?? Phrase("command-line.other", ["message": .text(message)])
    guard let mistyped = MistypedSubcommand.among(CommandLine.arguments.dropFirst()),
      message.contains("nexpected argument")
    else { return phrase.said }
    return phrase.suggesting(mistyped.word, among: mistyped.names).said
  }
}

/// A word that stands where a subcommand should, and is none.
struct MistypedSubcommand {
  let word: String
  let names: [String]

  static func among(_ arguments: some Sequence<String>) -> MistypedSubcommand? {
    var command: any ParsableCommand.Type = Khung.self
    for argument in arguments where !argument.utf8.starts(with: "-".utf8) {
      let subcommands = command.configuration.subcommands
      if subcommands.isEmpty { return nil }
      guard let next = subcommands.first(where: { $0.configuration.commandName == argument }) else {
        return MistypedSubcommand(
          word: argument, names: subcommands.compactMap { $0.configuration.commandName })
      }
      command = next
    }
    return nil
  }
}
