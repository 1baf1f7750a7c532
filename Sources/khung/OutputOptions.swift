import ArgumentParser
import Glibc
import Reporting

/// How a report leaves the program.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of the report: vi or en.")
  var language: Language = .vietnamese

  @Option(
    name: .customLong("format"),
    help: "Format of the report, or several with commas: text, json, xml, html, markdown, csv, sarif, junit.",
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
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(name)' is no format; known are \(known).")
      }
      return format
    }
  }

  private var isTerminal: Bool { destination == nil && isatty(STDOUT_FILENO) == 1 }

  var style: TerminalStyle {
    isTerminal && getenv("NO_COLOR") == nil ? .coloured : .plain
  }

  /// Columns of the terminal; 100 where there is none, so that a file reads the same everywhere.
  var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Writes the reports of one call. Where every input was refused nothing goes to standard output, but a
  /// file is written anew with the refusals: a report of yesterday must not pass for one of today.
  func write(_ checked: CheckedPlans, _ loaded: LoadedCatalogue) throws {
    if destination == nil, checked.reports.isEmpty { return }
    let template = try EmbeddedFile.named("Templates/gap-report.html")
    let wording = Wording(language, catalogue: loaded.catalogue, vocabulary: loaded.vocabulary)
    let renderer = Renderer(
      wording, width: width, style: style, page: String(decoding: template.bytes, as: UTF8.self))
    func text(_ format: ReportFormat) throws -> String {
      guard
        !checked.reports.isEmpty || format == .json || format == .xml || format == .sarif || format == .junit
      else {
        return checked.refusals.map { $0 + "\n" }.joined()
      }
      return try renderer.render(checked.reports, refusals: checked.refusals, as: format)
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

extension Language: ExpressibleByArgument {}
