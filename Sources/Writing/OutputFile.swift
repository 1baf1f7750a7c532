import Glibc

/// A file that is written piece by piece beside its place and put there whole or not at all, so that a full disk
/// leaves the old file as it was. A link stays a link, and a file that is there keeps its permissions. What is no
/// regular file, such as a pipe or a device, is written to as it is.
///
/// Any number of threads may write files at once: the process's file mask is applied by the system where it makes
/// a file, and never read, since reading it means setting it.
package final class OutputFile {
  /// What a file is called while it is written: its name, this and six letters.
  private static let mark = ".khung-"
  private static let letters = 6

  /// The file as its user named it.
  private let path: String
  private let descriptor: Int32
  private let output: Descriptor
  /// Where the text stands until it is put in its place; nil for what is no regular file.
  private let draft: Draft?
  private var buffer: [UInt8] = []
  private var isOpen = true

  private struct Draft {
    let path: String
    /// Where it goes, behind any link.
    let destination: String
    /// The permissions of the file that is there.
    let mode: mode_t?
  }

  package init(_ path: String) throws(OutputFailure) {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    let failure: Int32
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      failure = errno
      draft = nil
    } else {
      let destination = exists ? Self.realPath(path) : path
      // What replaces a file that only its owner may read is no more open while it is written.
      let opened = Self.create(beside: destination, mode: exists ? 0o600 : 0o666)
      (descriptor, failure) = (opened.descriptor, opened.failure)
      draft = Draft(
        path: opened.path, destination: destination, mode: exists ? status.st_mode & 0o7777 : nil)
    }
    output = Descriptor(descriptor, name: path)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: failure) }
  }

  /// Makes a new file under a name that nobody can guess.
  private static func create(
    beside path: String, mode: mode_t
  ) -> (path: String, descriptor: Int32, failure: Int32) {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    for _ in 0..<100 {
      let suffix = String((0..<letters).map { _ in alphabet[Int.random(in: alphabet.indices)] })
      let name = "\(path)\(mark)\(suffix)"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      let failure = errno
      if descriptor >= 0 || failure != EEXIST { return (name, descriptor, failure) }
    }
    return (path, -1, EEXIST)
  }

  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  deinit {
    guard isOpen, descriptor >= 0 else { return }
    close(descriptor)
    if let draft { unlink(draft.path) }
  }

  package func write(_ bytes: some Sequence<UInt8>) throws(OutputFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  package func write(_ text: some StringProtocol) throws(OutputFailure) { try write(text.utf8) }

  private func flush() throws(OutputFailure) {
    try output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place.
  package func commit() throws(OutputFailure) {
    try flush()
    if let draft {
      guard draft.mode.map({ fchmod(descriptor, $0) == 0 }) ?? true, fsync(descriptor) == 0,
        rename(draft.path, draft.destination) == 0
      else { throw OutputFailure(path: path, code: errno) }
    }
    isOpen = false
    close(descriptor)
  }

  /// Writes a whole file.
  package static func write(_ text: String, to path: String) throws(OutputFailure) {
    let file = try OutputFile(path)
    try file.output.write(text)
    try file.commit()
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
      let suffix = name.suffix(mark.count + letters)
      guard suffix.hasPrefix(mark), isOurs(name.dropLast(suffix.count)) else { continue }
      unlink("\(folder)/\(name)")
    }
  }
}
