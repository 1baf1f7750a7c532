import Glibc

/// A file that is written piece by piece beside its place and put there whole or not at all.
package final class OutputFile {
  /// What a file is called while it is written: its name, this and six letters.
  private static let mark = ".khung-"

  private let path: String
  private let descriptor: Int32
  private var template: [CChar]
  private var buffer: [UInt8] = []
  private var isOpen = true

  package init(_ path: String) throws(OutputFailure) {
    self.path = path
    template = Array("\(path)\(Self.mark)XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
  }

  deinit {
    guard isOpen, descriptor >= 0 else { return }
    close(descriptor)
    unlink(template)
  }

  package func write(_ bytes: some Sequence<UInt8>) throws(OutputFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  package func write(_ text: some StringProtocol) throws(OutputFailure) { try write(text.utf8) }

  private func flush() throws(OutputFailure) {
    guard Self.writeAll(buffer, to: descriptor) else { throw OutputFailure(path: path, code: errno) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place.
  package func commit() throws(OutputFailure) {
    try flush()
    let mask = umask(0)
    umask(mask)
    guard fchmod(descriptor, 0o666 & ~mask) == 0, fsync(descriptor) == 0, rename(template, path) == 0 else {
      throw OutputFailure(path: path, code: errno)
    }
    isOpen = false
    close(descriptor)
  }

  package static func write(_ text: String, to path: String) throws(OutputFailure) {
    let file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }

  package static func makeFolder(_ path: String) throws(OutputFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw OutputFailure(path: path, code: errno)
    }
  }

  /// Removes what a killed program left half written beside the files of a folder.
  /// - Parameter isOurs: whether a file of this name is one that the program writes there.
  package static func removeLeftovers(in folder: String, _ isOurs: (Substring) -> Bool) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(cString: $0) }
      }
      let suffix = name.suffix(mark.count + 6)
      guard suffix.hasPrefix(mark), isOurs(name.dropLast(suffix.count)) else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  /// - Returns: whether all was written; else `errno` says why not.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { writeAll([$0], to: descriptor) }
  }

  /// Writes the line and its line break at once, so that a reader seldom sees half of it, and without a copy.
  package static func writeLine(_ line: [UInt8], to descriptor: Int32) -> Bool {
    line.withUnsafeBytes { line in
      withUnsafeBytes(of: UInt8(ascii: "\n")) { writeAll([line, $0], to: descriptor) }
    }
  }

  private static func writeAll(_ pieces: [UnsafeRawBufferPointer], to descriptor: Int32) -> Bool {
    var rest = pieces.filter { !$0.isEmpty }[...]
    while !rest.isEmpty {
      var vectors = rest.map { iovec(iov_base: .init(mutating: $0.baseAddress), iov_len: $0.count) }
      var count = writev(descriptor, &vectors, Int32(vectors.count))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      while count > 0, let piece = rest.first {
        let written = min(count, piece.count)
        count -= written
        if written == piece.count {
          rest.removeFirst()
        } else {
          rest[rest.startIndex] = UnsafeRawBufferPointer(rebasing: piece[written...])
        }
      }
    }
    return true
  }
}
