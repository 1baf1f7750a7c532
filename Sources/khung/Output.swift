import Glibc
import Writing

/// The one writer: whole files or none, and no silence about a closed pipe.
enum Output {
  static func toStandardOutput(_ text: String) throws(OutputFailure) {
    guard writeAll(text, to: STDOUT_FILENO) else { throw OutputFailure(path: "stdout", code: errno) }
  }

  /// Writes to the file, or to standard output where none is named; `-` names it too.
  static func write(_ text: String, to path: String?) throws(OutputFailure) {
    if let path, path != "-" { try toFile(text, at: path) } else { try toStandardOutput(text) }
  }

  /// A message that cannot be delivered is dropped: there is nowhere left to say so.
  static func toStandardError(_ text: String) {
    _ = writeAll(text, to: STDERR_FILENO)
  }

  /// Writes beside `path` and renames, so that a full disk leaves the old file as it was.
  /// What is no regular file, such as a pipe or a device, is written to as it is.
  /// A link stays a link, and a file keeps its permissions.
  static func toFile(_ text: String, at named: String) throws(OutputFailure) {
    var status = stat()
    let exists = stat(named, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try toSpecialFile(text, at: named) }
    let path = exists ? realPath(named) : named
    var template = Array("\(path).XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw OutputFailure(path: named, code: errno) }
    let mask = umask(0)
    umask(mask)
    let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~mask
    let written = writeAll(text, to: file) && fchmod(file, mode) == 0 && fsync(file) == 0
    let failure = errno
    close(file)
    guard written, rename(template, path) == 0 else {
      let code = written ? errno : failure
      unlink(template)
      throw OutputFailure(path: named, code: code)
    }
  }

  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func toSpecialFile(_ text: String, at path: String) throws(OutputFailure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw OutputFailure(path: path, code: errno) }
    defer { close(file) }
    guard writeAll(text, to: file) else { throw OutputFailure(path: path, code: errno) }
  }

  /// Whether both paths name one file.
  static func isSame(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(left, &first) == 0 && stat(right, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
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
