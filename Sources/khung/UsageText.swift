import ArgumentParser
import Source
import Writing

/// What the parser of arguments says, help and complaints, in the language of the command line. The texts of
/// commands and options are ours already; the parser's own words are English and have no hook, so that they are
/// known here by their sentences. A complaint of a kind that is not known is put into a sentence of the language.
struct UsageText {
  /// Before a complaint of ours, which is in the language already.
  static let mark = "\u{1}"

  let words: String

  init(_ error: any Error) {
    let text = Khung.fullMessage(for: error)
    let head = "Error: "
    guard text.utf8.starts(with: head.utf8) else {
      // Scripts for a shell and the version are nobody's prose.
      words = Self.isHelp(text) ? Self.help(text) : text
      return
    }
    let message = Khung.message(for: error)
    let rest = String(text.unicodeScalars.dropFirst(head.unicodeScalars.count + message.unicodeScalars.count))
    words = Phrase("command-line.error").said + " " + Self.complaint(message) + Self.help(rest)
  }

  // MARK: Help

  private static func isHelp(_ text: String) -> Bool {
    ["OVERVIEW: ", "USAGE: "].contains { text.utf8.starts(with: $0.utf8) }
  }

  private static func help(_ text: String) -> String {
    var lines: [String] = []
    var indent: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let wider = indent, let rest = after("       ", in: line) {
        lines.append(wider + rest)
        continue
      }
      indent = nil
      if let (label, rest) = usage(line) {
        indent = String(repeating: " ", count: label.count + 1)
        lines.append("\(label) \(rest)")
      } else {
        lines.append(self.line(line))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// How a command is called, which may go on in lines that stand under the first.
  private static func usage(_ line: String) -> (label: String, rest: String)? {
    if let rest = after("USAGE: ", in: line) { return (Phrase("command-line.usage-title").said, rest) }
    return after("Usage: ", in: line).map { (Phrase("command-line.usage").said, $0) }
  }

  private static func line(_ line: String) -> String {
    switch line {
    case "ARGUMENTS:": return Phrase("command-line.arguments-title").said
    case "OPTIONS:": return Phrase("command-line.options-title").said
    case "SUBCOMMANDS:": return Phrase("command-line.subcommands-title").said
    default: break
    }
    if let rest = after("OVERVIEW: ", in: line) { return Phrase("command-line.overview").said + " " + rest }
    if let rest = after("Help:  ", in: line) { return Phrase("command-line.help").said + "  " + rest }
    if let command = between("  See '", and: "' for more information.", in: line) {
      return "  " + Phrase("command-line.see-help", ["command": .text(command)]).said
    }
    if let command = between("  See '", and: "' for detailed help.", in: line) {
      return "  " + Phrase("command-line.see-subcommand", ["command": .text(command)]).said
    }
    var line = line
    if let rest = after("  --help    ", in: line) { line = "  -h, --help" + rest }
    for (english, phrase) in remarks { line = replacing(english, in: line, with: phrase) }
    return line
  }

  private static let remarks: [(english: String, Phrase)] = [
    ("Show help information.", Phrase("command-line.show-help")),
    ("Show the version.", Phrase("command-line.show-version")),
    ("(values:", Phrase("command-line.values")), ("(default:", Phrase("command-line.default")),
    ("; default:", Phrase("command-line.default-after-values")),
    // The same where a line ends before it.
    ("   default:", Phrase("command-line.default-on-a-new-line")),
  ]

  /// The line with other words in the place of the first such ones. No regular expression here and above: the
  /// first of them costs a call for help more than all the rest.
  private static func replacing(_ english: String, in line: String, with phrase: Phrase) -> String {
    let (bytes, words) = (Array(line.utf8), Array(english.utf8))
    guard bytes.count >= words.count,
      let start = (0...(bytes.count - words.count)).first(where: { bytes[$0...].starts(with: words) })
    else { return line }
    return String(decoding: bytes[..<start], as: UTF8.self) + phrase.said
      + String(decoding: bytes[(start + words.count)...], as: UTF8.self)
  }

  private static func between(_ head: String, and tail: String, in line: String) -> String? {
    guard let rest = after(head, in: line), rest.utf8.reversed().starts(with: tail.utf8.reversed()) else {
      return nil
    }
    return String(rest.unicodeScalars.dropLast(tail.unicodeScalars.count))
  }

  private static func after(_ head: String, in line: String) -> String? {
    guard line.utf8.starts(with: head.utf8) else { return nil }
    return String(line.unicodeScalars.dropFirst(head.unicodeScalars.count))
  }

  private static func scalars<Output>(_ regex: Regex<Output>) -> Regex<Output> {
    regex.matchingSemantics(.unicodeScalar)
  }

  // MARK: Complaints

  private static func complaint(_ message: String) -> String {
    if let ours = after(mark, in: message) { return ours }
    let phrase = phrase(of: message) ?? Phrase("command-line.other", ["message": .text(message)])
    guard let mistyped = MistypedSubcommand.among(CommandLine.arguments.dropFirst()),
      message.contains("nexpected argument")
    else { return phrase.said }
    return phrase.suggesting(mistyped.word, among: mistyped.names).said
  }

  /// The sentences of swift-argument-parser 1.8 (`ErrorMessageGenerator`).
  private static func phrase(of message: String) -> Phrase? {
    if let match = message.wholeMatch(
      of: scalars(/(?s)(Unknown option .*)\n +or: (Missing value .*) in '(.*)'/))
    {
      return Phrase(
        "command-line.missing-value-in",
        [
          "unknown": .phrase(phrase(of: String(match.1)) ?? Phrase("command-line.missing-subcommand")),
          "missing": .phrase(phrase(of: String(match.2)) ?? Phrase("command-line.missing-subcommand")),
          "name": .text(String(match.3)),
        ])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)Unknown option '(.*)'\. Did you mean '(.*)'\?/)) {
      let unknown = Phrase("command-line.unknown-option", ["name": .text(String(match.1))])
      return Phrase(
        "command-line.did-you-mean", ["sentence": .phrase(unknown), "name": .text(String(match.2))])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)Unknown option '(.*)'/)) {
      return Phrase("command-line.unknown-option", ["name": .text(String(match.1))])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)Missing value for '(.*)'/)) {
      return Phrase("command-line.missing-value", ["name": .text(String(match.1))])
    }
    if let match = message.wholeMatch(
      of: scalars(/(?s)The option '(.*)' does not take any value, but '(.*)' was specified\./))
    {
      return Phrase(
        "command-line.takes-no-value", ["name": .text(String(match.1)), "value": .text(String(match.2))])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)Unexpected argument '(.*)'/)) {
      return Phrase("command-line.unexpected-argument", ["name": .text(String(match.1))])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)(\d+) unexpected arguments: (.*)/)) {
      return Phrase(
        "command-line.unexpected-arguments",
        ["count": .text(String(match.1)), "names": .text(String(match.2))])
    }
    if let match = message.wholeMatch(
      of: scalars(/(?s)Value to be set with flag (.*) had already been set with flag (.*)/))
    {
      return Phrase(
        "command-line.set-twice", ["first": .text(String(match.2)), "second": .text(String(match.1))])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)Missing expected argument '(.*)'/)) {
      return Phrase("command-line.missing-argument", ["name": .text(String(match.1))])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)Missing one of: (.*)/)) {
      return Phrase("command-line.missing-one-of", ["names": .text(String(match.1))])
    }
    if let match = message.wholeMatch(of: scalars(/Invalid option: (.*)/)) {
      return Phrase("command-line.bad-option", ["name": .text(String(match.1))])
    }
    if message == "Missing required subcommand." { return Phrase("command-line.missing-subcommand") }
    if let match = message.wholeMatch(
      of: scalars(/(?s)Can't (?:autodetect|generate) .* with one of:\n *(.*)/))
    {
      return Phrase("command-line.shell", ["names": .text(String(match.1))])
    }
    return phraseOfValue(message)
  }

  private static func phraseOfValue(_ message: String) -> Phrase? {
    if let match = message.wholeMatch(
      of: scalars(
        /(?s)The value '(.*)' is invalid for '(.*)'\. Please provide one of (?:the following:\n)?(.*)/))
    {
      return Phrase(
        "command-line.bad-value-known",
        [
          "value": .text(String(match.1)), "name": .text(String(match.2)),
          "names": .text(names(String(match.3))),
        ])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)The value '(.*)' is invalid for '(.*?)': (.*)/)) {
      let why = String(match.3)
      return Phrase(
        "command-line.bad-value-because",
        [
          "value": .text(String(match.1)), "name": .text(String(match.2)),
          "why": .text(after(mark, in: why) ?? why),
        ])
    }
    if let match = message.wholeMatch(of: scalars(/(?s)The value '(.*)' is invalid for '(.*)'/)) {
      return Phrase(
        "command-line.bad-value", ["value": .text(String(match.1)), "name": .text(String(match.2))])
    }
    return nil
  }

  /// The possible values of an option, which the parser joins in three ways.
  private static func names(_ list: String) -> String {
    let quoted = list.matches(of: /'([^']*)'/).map { String($0.1) }
    let names = quoted.isEmpty ? list.matches(of: /- (\S+)/).map { String($0.1) } : quoted
    return names.map { "'\($0)'" }.joined(separator: ", ")
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
