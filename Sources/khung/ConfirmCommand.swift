import ArgumentParser
import Glibc
import Intake
import Judging
import Languages
import Manuscript
import MasterPlan
import Source
import SystemPackage
import Writing

/// `khung confirm`: a person's word on what a machine read.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: Phrase("command-line.confirm").said,
    discussion: Phrase("command-line.confirm-details").said)

  @Argument(help: Phrase("command-line.confirm-plan").help, completion: .file())
  var plan: String

  @Option(
    name: .customLong("section"), parsing: .singleValue, help: Phrase("command-line.confirm-section").help)
  var sections: [String] = []

  @Option(name: .customLong("fact"), parsing: .singleValue, help: Phrase("command-line.confirm-fact").help)
  var facts: [String] = []

  @Option(help: Phrase("command-line.confirm-role").help)
  var role: String

  @Option(help: Phrase("command-line.confirm-day").help, transform: Day.read)
  var day: CalendarDate?

  @Option(
    name: .customLong("manuscript"), parsing: .singleValue,
    help: Phrase("command-line.confirm-manuscript").help, completion: .file())
  var manuscripts: [String] = []

  @Option(name: .shortAndLong, help: Phrase("command-line.output").help, completion: .file())
  var output: String?

  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-messages").help)
  var language: Language = Speech.ofReports

  func run() throws {
    try Tool.run {
      let reader = SourceReader()
      let contract = try PlanContract.builtIn()
      let confirmation = try ReadingConfirmation(
        reader.read(plan),
        by: .init(schema: contract.schema, sections: contract.vocabulary.sections))
      var said = ConfirmedWords(sectionNames: confirmation.sectionNames)
      for option in sections { said.addSection(option) }
      for option in facts { said.addFact(option) }
      let today = Tool.today
      let speaker = ReadingConfirmation.Speaker(
        role: role, day: day ?? today, today: today,
        manuscript: try digest(of: confirmation.manuscript, reader))
      // Everything that is wrong is said at once: nobody mends a call word by word.
      var complaints = said.complaints
      complaints += confirmation.problems(said.words, by: speaker).map { problem in
        switch problem {
        case .noSection(let name): problem.phrase.suggesting(name, among: confirmation.sectionNames)
        case .noFact(let id): problem.phrase.suggesting(id, among: confirmation.factNames)
        default: problem.phrase
        }
      }
      guard complaints.isEmpty else {
        for complaint in complaints { Tool.complain("\(plan): " + Speech.language(complaint)) }
        throw ExitCode(EX_USAGE)
      }
      let result = try confirmation.applied(said.words, by: speaker)
      try Output.write(String(decoding: result.bytes, as: UTF8.self), to: output)
      Tool.complain(language(Self.left(result.unconfirmed)))
      return .conforming
    }
  }

  /// The digest of the document that the reading was made of: the one named, else the one of its name beside the plan.
  /// No path that stands in the file is followed.
  private func digest(of name: String?, _ reader: SourceReader) throws -> String? {
    if manuscripts.count == 1, !FolderWalk.isFolder(FilePath(argument: manuscripts[0])) {
      return ContentDigest.sha256(try reader.contents(of: manuscripts[0]).bytes)
    }
    if !manuscripts.isEmpty {
      return Manuscript.digest(of: try SubmissionFiles(manuscripts, reader).files.map { ($0.name, $0.bytes) })
    }
    guard plan != "-", let last = name?.split(separator: "/").last, last != "..", last != "." else {
      return nil
    }
    let folder = plan.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let path =
      folder.isEmpty
      ? (plan.utf8.first == UInt8(ascii: "/") ? "/" + last : String(last)) : folder + "/" + last
    return (try? reader.contents(of: path)).map { ContentDigest.sha256($0.bytes) }
  }

  private static func left(_ unconfirmed: Unconfirmed) -> Phrase {
    unconfirmed.isEmpty
      ? Phrase("manuscript.confirmed-all")
      : Phrase(
        "manuscript.confirmed-left",
        [
          "sections": .number(unconfirmed.sections.count), "facts": .number(unconfirmed.facts),
          "names": .text(unconfirmed.sections.joined(separator: ", ")),
        ])
  }
}

/// The words of a call: `legal-bases=whole`, `f12=wrong`, `f13=instead:other words`.
private struct ConfirmedWords {
  private(set) var words: [ReadingConfirmation.Said] = []
  private(set) var complaints: [Phrase] = []
  private let sectionNames: [String]

  init(sectionNames: [String]) {
    self.sectionNames = sectionNames
  }

  mutating func addSection(_ option: String) {
    guard let (name, word) = Self.parts(of: option), let word = Confirmation.Word(rawValue: word),
      word == .whole || word == .right
    else { return complaints.append(Phrase("manuscript.confirm-section-word", ["text": .text(option)])) }
    guard name != "all" else {
      for section in sectionNames where word == .whole { words.append(.init(.section(section), word)) }
      if word == .right { complaints.append(Phrase("manuscript.confirm-all-right")) }
      return
    }
    words.append(.init(.section(name), word))
  }

  mutating func addFact(_ option: String) {
    guard let (name, rest) = Self.parts(of: option) else {
      return complaints.append(Phrase("manuscript.confirm-fact-word", ["text": .text(option)]))
    }
    let instead = "instead:"
    if rest.utf8.starts(with: instead.utf8) {
      let other = String(decoding: rest.utf8.dropFirst(instead.utf8.count), as: UTF8.self)
      guard other.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        return complaints.append(Phrase("manuscript.confirm-fact-word", ["text": .text(option)]))
      }
      words.append(.init(.fact(name), .instead, instead: other))
    } else if rest == "right" || rest == "wrong" {
      words.append(.init(.fact(name), rest == "right" ? .right : .wrong))
    } else {
      complaints.append(Phrase("manuscript.confirm-fact-word", ["text": .text(option)]))
    }
  }

  /// What stands in front of the first `=`, and what stands behind it.
  private static func parts(of option: String) -> (String, String)? {
    let bytes = Array(option.utf8)
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign > 0 else { return nil }
    return (
      String(decoding: bytes[..<sign], as: UTF8.self), String(decoding: bytes[(sign + 1)...], as: UTF8.self)
    )
  }
}
