import ArgumentParser
import Glibc
import Reporting

/// How a report leaves the program.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of the report: vi or en.")
  var language: Language = .vietnamese

  @Option(help: "Format of the report.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: "File for the report instead of standard output.", completion: .file())
  var output: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
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

  func write(_ text: String) throws(OutputFailure) {
    guard let output else { return try Output.toStandardOutput(text) }
    guard !text.isEmpty else { return }
    try Output.toFile(text, at: output)
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
