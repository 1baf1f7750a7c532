import Source

/// The complaints of swift-argument-parser as phrases, known by their sentences
/// (`ErrorMessageGenerator` of swift-argument-parser 1.8).
package enum ParserComplaint {
  /// Before a complaint of ours, which is in the language of the command line already.
  package static let mark = "\u{1}"

  /// The complaint without its mark, where it is one of ours.
  package static func ours(_ message: String) -> String? { ParserText.after(mark, in: message) }

  /// What a sentence of the parser says; nil where its kind is not known.
  package static func phrase(of message: String) -> Phrase? {
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
          "why": .text(ours(why) ?? why),
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

  private static func scalars<Output>(_ regex: Regex<Output>) -> Regex<Output> {
    regex.matchingSemantics(.unicodeScalar)
  }
}

/// Heads of the parser's sentences.
enum ParserText {
  static func after(_ head: String, in line: String) -> String? {
    guard line.utf8.starts(with: head.utf8) else { return nil }
    return String(line.unicodeScalars.dropFirst(head.unicodeScalars.count))
  }
}
