import Glibc

/// Where a finished text goes: to standard output or into a file, and no silence about a closed pipe.
package enum Output {
  package static func toStandardOutput(_ text: String) throws(OutputFailure) {
    try Descriptor.standardOutput.write(text)
  }

  /// Writes to the file, or to standard output where none is named; `-` names it too.
  package static func write(_ text: String, to path: String?) throws(OutputFailure) {
    if let path, path != "-" { try OutputFile.write(text, to: path) } else { try toStandardOutput(text) }
  }

  /// Bytes that are no text.
  package static func write(_ bytes: [UInt8], to path: String?) throws(OutputFailure) {
    guard let path, path != "-" else { return try Descriptor.standardOutput.write(bytes) }
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.commit()
  }

  /// A message that cannot be delivered is dropped: there is nowhere left to say so.
  package static func toStandardError(_ text: String) {
    try? Descriptor.standardError.write(text)
  }

  package static func makeFolder(_ path: String) throws(OutputFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw OutputFailure(path: path, code: errno) }
  }

  /// Whether both paths name one file.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(left, &first) == 0 && stat(right, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }
}
