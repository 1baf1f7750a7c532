import ArgumentParser
import BuiltIn
import Compliance
import Judging
import Languages
import Phrasing
import Reporting
import Source
import Writing

/// How a report leaves the program.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: Phrase("command-line.language-of-report").help)
  var language: Language = Speech.ofReports

  @Option(
    name: .customLong("format"),
    help: Phrase("command-line.formats", ["names": .text(ReportFormat.names)]).help,
    transform: ReportFormat.list)
  var formats: [ReportFormat] = [.text]

  @Option(
    name: .shortAndLong,
    help: Phrase("command-line.output-of-report").help,
    completion: .file())
  var output: String?

  /// Where the report goes; nil is standard output, which `-` names too.
  private var destination: String? { output == "-" ? nil : output }

  func validate() throws {
    guard formats.count == 1 || destination != nil else {
      throw Phrase("command-line.several-formats").usageError
    }
  }

  /// Writes the reports of one call. Where every input was refused nothing goes to standard output, but a
  /// file is written anew with the refusals: a report of yesterday must not pass for one of today.
  func write(_ reports: [GapReport], refusals: [String], by rules: RuleBook) throws {
    if destination == nil, reports.isEmpty { return }
    let terminal = Terminal(isOutput: destination == nil)
    let phrasing = Phrasing(language, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
    let renderer = try Renderer(
      phrasing, width: terminal.width, style: terminal.style, page: BuiltIn.page("gap-report"))
    func text(_ format: ReportFormat) throws -> String {
      guard !reports.isEmpty || format.carriesRefusals else {
        return refusals.map { $0 + "\n" }.joined()
      }
      return try renderer.render(reports, refusals: refusals, as: format)
    }
    switch (destination, formats.count) {
    case (nil, _): try Output.toStandardOutput(text(formats[0]))
    case (let file?, 1): try OutputFile.write(text(formats[0]), to: file)
    case (let folder?, _):
      try Output.makeFolder(folder)
      for format in formats {
        try OutputFile.write(text(format), to: "\(folder)/report.\(format.fileExtension)")
      }
    }
  }
}

extension ReportFormat {
  fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Formats with commas between them, from the command line.
  static func list(_ text: String) throws -> [ReportFormat] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = ReportFormat(rawValue: String(name)) else {
        throw Phrase("command-line.no-format", ["name": .text(String(name)), "names": .text(names)])
          .usageError
      }
      return format
    }
  }
}

extension Language: ExpressibleByArgument {}
