import ArgumentParser
import BuiltIn
import Compliance
import Judging
import Phrasing
import Reporting

/// How a report leaves the program.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of the report: vi or en.")
  var language: Language = .vietnamese

  @Option(
    name: .customLong("format"),
    help: .init("Format of the report, or several with commas: \(ReportFormat.names)."),
    transform: OutputOptions.formats)
  var formats: [ReportFormat] = [.text]

  @Option(
    name: .shortAndLong,
    help: "File for the report instead of standard output; a folder for several formats.",
    completion: .file())
  var output: String?

  /// Where the report goes; nil is standard output, which `-` names too.
  private var destination: String? { output == "-" ? nil : output }

  func validate() throws {
    guard formats.count == 1 || destination != nil else {
      throw ValidationError("Several formats need --output FOLDER.")
    }
  }

  private static func formats(_ text: String) throws -> [ReportFormat] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = ReportFormat(rawValue: String(name)) else {
        throw ValidationError("'\(name)' is no format; known are \(ReportFormat.names).")
      }
      return format
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
    case (let file?, 1): try Output.toFile(text(formats[0]), at: file)
    case (let folder?, _):
      try Output.makeFolder(folder)
      for format in formats {
        try Output.toFile(text(format), at: "\(folder)/report.\(format.fileExtension)")
      }
    }
  }
}

extension ReportFormat {
  fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Language: ExpressibleByArgument {}
