import ArgumentParser
import Glibc
import Languages
import Source

/// The language in which the command line itself speaks: help, complaints, messages. Reports have one of their
/// own, since a Vietnamese report is wanted on an English machine, too.
enum Speech {
  /// By `--lang`, `KHUNG_LANG`, then the locale; Vietnamese where they say nothing. Asked before the command line
  /// is parsed, since its help and its complaints need it.
  static let language = named ?? wanted ?? ofLocale ?? .vietnamese

  /// Of reports where `--lang` is not given. No locale counts here: the same call gives the same bytes.
  static let ofReports = wanted ?? .vietnamese

  private static var named: Language? {
    let arguments = CommandLine.arguments.prefix { $0 != "--" }
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      if argument.utf8.starts(with: "--lang=".utf8) {
        return Language(rawValue: String(argument.utf8.dropFirst(7)) ?? "")
      }
    }
    return nil
  }

  private static var wanted: Language? { variable("KHUNG_LANG").flatMap { Language(rawValue: $0) } }

  /// The first of the variables that says anything, as the C library reads them.
  private static var ofLocale: Language? {
    guard let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first else { return nil }
    let name = locale.utf8.prefix { byte in !"_.@".utf8.contains(byte) }
    return String(name).flatMap { Language(rawValue: $0) }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Phrase {
  /// The phrase in the language of the command line.
  var said: String { Speech.language(self) }

  var help: ArgumentHelp { ArgumentHelp(said) }

  /// The phrase as a complaint about the command line.
  var usageError: ValidationError { ValidationError(ParserComplaint.mark + said) }

  /// The complaint, with what is near to the word that was written.
  func suggesting(_ word: String, among names: some Sequence<String>) -> Phrase {
    let names = Array(names)
    guard
      let near = Suggestion.nearest(to: word, among: names)
        ?? Suggestion.nearest(to: word.uppercased(), among: names)
    else { return self }
    return Phrase("command-line.did-you-mean", ["sentence": .phrase(self), "name": .text(near)])
  }
}
