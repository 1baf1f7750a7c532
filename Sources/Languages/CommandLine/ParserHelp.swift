import Source

/// The help that swift-argument-parser writes, in a language of ours. The texts of commands and options are ours
/// already; the parser's own words are English and have no hook, so that they are known here by their sentences.
package struct ParserHelp {
  private let language: Language

  package init(_ language: Language) { self.language = language }

  package static func isHelp(_ text: String) -> Bool {
    ["OVERVIEW: ", "USAGE: "].contains { text.utf8.starts(with: $0.utf8) }
  }

  package func callAsFunction(_ text: String) -> String {
    var lines: [String] = []
    var indent: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let wider = indent, let rest = ParserText.after("       ", in: line) {
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
  private func usage(_ line: String) -> (label: String, rest: String)? {
    if let rest = ParserText.after("USAGE: ", in: line) {
      return (language(Phrase("command-line.usage-title")), rest)
    }
    return ParserText.after("Usage: ", in: line).map { (language(Phrase("command-line.usage")), $0) }
  }

  private func line(_ line: String) -> String {
    switch line {
    case "ARGUMENTS:": return language(Phrase("command-line.arguments-title"))
    case "OPTIONS:": return language(Phrase("command-line.options-title"))
    case "SUBCOMMANDS:": return language(Phrase("command-line.subcommands-title"))
    default: break
    }
    if let rest = ParserText.after("OVERVIEW: ", in: line) {
      return language(Phrase("command-line.overview")) + " " + rest
    }
    if let rest = ParserText.after("Help:  ", in: line) {
      return language(Phrase("command-line.help")) + "  " + rest
    }
    if let command = between("  See '", and: "' for more information.", in: line) {
      return "  " + language(Phrase("command-line.see-help", ["command": .text(command)]))
    }
    if let command = between("  See '", and: "' for detailed help.", in: line) {
      return "  " + language(Phrase("command-line.see-subcommand", ["command": .text(command)]))
    }
    var line = line
    if let rest = ParserText.after("  --help    ", in: line) { line = "  -h, --help" + rest }
    for (english, phrase) in Self.remarks { line = replacing(english, in: line, with: phrase) }
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
  private func replacing(_ english: String, in line: String, with phrase: Phrase) -> String {
    let (bytes, words) = (Array(line.utf8), Array(english.utf8))
    guard bytes.count >= words.count,
      let start = (0...(bytes.count - words.count)).first(where: { bytes[$0...].starts(with: words) })
    else { return line }
    return String(decoding: bytes[..<start], as: UTF8.self) + language(phrase)
      + String(decoding: bytes[(start + words.count)...], as: UTF8.self)
  }

  private func between(_ head: String, and tail: String, in line: String) -> String? {
    guard let rest = ParserText.after(head, in: line), rest.utf8.reversed().starts(with: tail.utf8.reversed())
    else {
      return nil
    }
    return String(rest.unicodeScalars.dropLast(tail.unicodeScalars.count))
  }
}
