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

  mutating func validate() throws {
    guard formats.count == 1 || output != nil else {
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

  private var isTerminal: Bool { output == nil && isatty(STDOUT_FILENO) == 1 }

  var style: TerminalStyle {
    isTerminal && getenv("NO_COLOR") == nil ? .coloured : .plain
  }

  /// Columns of the terminal; 100 where there is none, so that a file reads the same everywhere.
  var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Writes the reports of one call; nothing where every input was refused.
  func write(_ checked: CheckedPlans, _ loaded: LoadedCatalogue) throws {
    guard !checked.reports.isEmpty else { return }
    let template = try EmbeddedFile.named("Templates/gap-report.html")
    let wording = Wording(language, catalogue: loaded.catalogue, vocabulary: loaded.vocabulary)
    let renderer = Renderer(
      wording, width: width, style: style, page: String(decoding: template.bytes, as: UTF8.self))
    func text(_ format: ReportFormat) throws -> String {
      try renderer.render(checked.reports, refusals: checked.refusals, as: format)
    }
    switch (output, formats.count) {
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

/// An output that could not be written.
struct OutputFailure: Error {
  let path: String
  let code: Int32
}

/// The one writer: whole files or none, and no silence about a closed pipe.
enum Output {
  static func toStandardOutput(_ text: String) throws(OutputFailure) {
    guard writeAll(text, to: STDOUT_FILENO) else { throw OutputFailure(path: "stdout", code: errno) }
  }

  /// A message that cannot be delivered is dropped: there is nowhere left to say so.
  static func toStandardError(_ text: String) {
    _ = writeAll(text, to: STDERR_FILENO)
  }

  /// Writes beside `path` and renames, so that a full disk leaves the old file as it was.
  static func toFile(_ text: String, at path: String) throws(OutputFailure) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw OutputFailure(path: path, code: errno) }
    let mask = umask(0)
    umask(mask)
    let written = writeAll(text, to: file) && fchmod(file, 0o666 & ~mask) == 0 && fsync(file) == 0
    let failure = errno
    close(file)
    guard written, rename(template, path) == 0 else {
      let code = written ? errno : failure
      unlink(template)
      throw OutputFailure(path: path, code: code)
    }
  }

  static func makeFolder(_ path: String) throws(OutputFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw OutputFailure(path: path, code: errno) }
  }

  private static func writeAll(_ text: String, to file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }
}
