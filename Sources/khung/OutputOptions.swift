import ArgumentParser
import BuiltIn
import Compliance
import Judging
import Languages
import OfficeReports
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
    help: Phrase("command-line.formats", ["names": .text(OutputFormat.names)]).help,
    transform: OutputFormat.list)
  var formats: [OutputFormat] = [.text(.text)]

  @Option(
    name: .shortAndLong,
    help: Phrase("command-line.output-of-report").help,
    completion: .file())
  var output: String?

  @Option(
    help: Phrase(
      "command-line.template",
      [
        "place": .text("{{dia-phuong}}"), "title": .text("{{ten-de-an}}"),
        "table": .text("{{bang-noi-dung}}"),
      ]
    ).help, completion: .file())
  var template: String?

  /// What a report for people leaves out.
  enum Only: String, ExpressibleByArgument, CaseIterable { case mandatory }

  @Option(help: Phrase("command-line.only").help)
  var only: Only?

  @Flag(help: Phrase("command-line.summary").help)
  var summary = false

  /// Where the report goes; nil is standard output, which `-` names too.
  private var destination: String? { output == "-" ? nil : output }

  func validate() throws {
    guard formats.count == 1 || destination != nil else {
      throw Phrase("command-line.several-formats").usageError
    }
    // Programs get all that was checked.
    guard only == nil || formats.allSatisfy(\.isForPeople) else {
      throw Phrase("command-line.only-for-people").usageError
    }
    guard !summary || formats == [.text(.text)] else { throw Phrase("command-line.summary-text").usageError }
    // Nobody reads such a file on a terminal, and half of one is none.
    guard destination != nil || !formats.contains(where: \.isOffice) else {
      throw Phrase("command-line.office-format").usageError
    }
  }

  /// Writes the reports of one call. Where every input was refused nothing goes to standard output, but a
  /// file is written anew with the refusals: a report of yesterday must not pass for one of today.
  func write(_ all: [GapReport], refusals: [String], by rules: RuleBook) throws {
    let reports = only == nil ? all : all.map { $0.showingOnly(.mandatory) }
    if destination == nil, reports.isEmpty { return }
    let terminal = Terminal(isOutput: destination == nil)
    let phrasing = Phrasing(language, catalogue: rules.catalogue, vocabulary: rules.contract.vocabulary)
    let renderer = try Renderer(
      phrasing, width: terminal.width, style: terminal.style, page: BuiltIn.page("gap-report"),
      isSummary: summary)
    func text(_ format: ReportFormat) throws -> String {
      guard !reports.isEmpty || format.carriesRefusals else {
        return refusals.map { $0 + "\n" }.joined()
      }
      return try renderer.render(reports, refusals: refusals, as: format)
    }
    func write(_ format: OutputFormat, to path: String) throws {
      switch format {
      case .text(let format): try OutputFile.write(text(format), to: path)
      case .office(let format):
        let file = try OutputFile(path)
        let own = try template.map { path in
          let contents = try SourceReader().contents(of: path)
          return (contents.bytes, contents.name)
        }
        try file.write(format.bytes(reports, refusals: refusals, phrasing: phrasing, template: own))
        try file.commit()
      }
    }
    switch (destination, formats.count) {
    case (nil, _):
      if case .text(let format) = formats[0] { try Output.toStandardOutput(text(format)) }
    case (let file?, 1): try write(formats[0], to: file)
    case (let folder?, _):
      try Output.makeFolder(folder)
      for format in formats {
        try write(format, to: "\(folder)/report.\(format.fileExtension)")
      }
    }
  }
}

/// What `--format` can name: texts, and files of an office program.
enum OutputFormat: Equatable {
  case text(ReportFormat)
  case office(OfficeFormat)

  var isForPeople: Bool {
    switch self {
    case .text(let format): format.isForPeople
    case .office: true
    }
  }

  var isOffice: Bool { if case .office = self { true } else { false } }

  var fileExtension: String {
    switch self {
    case .text(let format): format.fileExtension
    case .office(let format): format.fileExtension
    }
  }

  static var names: String {
    (ReportFormat.allCases.map(\.rawValue) + OfficeFormat.allCases.map(\.rawValue)).joined(separator: ", ")
  }

  /// Formats with commas between them, from the command line.
  static func list(_ text: String) throws -> [OutputFormat] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      if let format = ReportFormat(rawValue: String(name)) { return .text(format) }
      if let format = OfficeFormat(rawValue: String(name)) { return .office(format) }
      throw Phrase("command-line.no-format", ["name": .text(String(name)), "names": .text(names)]).usageError
    }
  }
}

extension ReportFormat {
  /// Formats with commas between them, where a text is wanted.
  static func list(_ text: String) throws -> [ReportFormat] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = ReportFormat(rawValue: String(name)) else {
        throw Phrase(
          "command-line.no-format",
          [
            "name": .text(String(name)),
            "names": .text(allCases.map(\.rawValue).joined(separator: ", ")),
          ]
        ).usageError
      }
      return format
    }
  }
}

extension Language: ExpressibleByArgument {}
