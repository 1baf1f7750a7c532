import Glibc
import SystemPackage

/// Reads whole inputs within limits: files, standard input, and pipes that somebody writes to.
package struct SourceReader: Sendable {
  package let limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Reads `path`, or standard input when it is `-`.
  /// - Throws: `Refusal` when there is nothing to read, it is too large, or its encoding is broken.
  package func read(_ path: String) throws(Refusal) -> SourceText {
    try SourceText(name: Self.name(of: path), stored: bytes(of: path))
  }

  /// Reads `path`, or standard input when it is `-`, whatever its bytes are: a file that need be no text.
  /// - Throws: `Refusal` when there is nothing to read, or too much.
  package func contents(of path: String) throws(Refusal) -> (name: String, bytes: [UInt8]) {
    (Self.name(of: path), try bytes(of: path))
  }

  /// The input as reports name it.
  private static func name(of path: String) -> String {
    if path == "-" { return "<stdin>" }
    return ArgumentText.bytes(of: path).map { FilePath.shown($0) } ?? path
  }

  private func bytes(of path: String) throws(Refusal) -> [UInt8] {
    if path == "-" {
      return try readAll(FileDescriptor.standardInput, name: "<stdin>", sizeHint: 0)
    }
    return try bytes(of: FilePath(argument: path), name: Self.name(of: path))
  }

  /// The bytes of a file, whose path may be no UTF-8.
  /// - Parameter path: the file as reports name it.
  package func bytes(of file: FilePath, name path: String) throws(Refusal) -> [UInt8] {
    let filePath = file
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(filePath, .readOnly, options: [.nonBlocking, .closeOnExec])
    } catch let error as Errno {
      throw Refusal(source: path, cause: cause(of: error))
    } catch {
      throw Refusal(source: path, cause: InputFault.notAFile)
    }
    defer { try? file.close() }
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else {
      throw Refusal(source: path, cause: InputFault.readError(errno: errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard status.st_size <= limits.input.bytes else {
        throw Refusal(source: path, cause: InputFault.tooLarge(limit: limits.input.bytes))
      }
    case S_IFDIR: throw Refusal(source: path, cause: InputFault.directory)
    case S_IFIFO: return try readPipe(file, name: path)
    default: throw Refusal(source: path, cause: InputFault.notAFile)
    }
    let bytes = try readAll(file, name: path, sizeHint: Int(status.st_size))
    var after = stat()
    guard fstat(file.rawValue, &after) == 0, after.st_size == status.st_size, bytes.count == status.st_size,
      after.st_mtim.tv_sec == status.st_mtim.tv_sec, after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else { throw Refusal(source: path, cause: InputFault.changedWhileRead) }
    return bytes
  }

  private func cause(of error: Errno) -> InputFault {
    switch error {
    case .noSuchFileOrDirectory, .notDirectory: .missing
    case .permissionDenied, .notPermitted: .permissionDenied
    case .noSuchAddressOrDevice: .notAFile
    case .tooManySymbolicLinkLevels: .linkLoop
    default: .readError(errno: error.rawValue)
    }
  }

  private func readAll(_ file: FileDescriptor, name: String, sizeHint: Int) throws(Refusal) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(sizeHint)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count: Int
      do {
        count = try file.read(into: buffer)
      } catch let error as Errno {
        throw Refusal(source: name, cause: InputFault.readError(errno: error.rawValue))
      } catch {
        throw Refusal(source: name, cause: InputFault.notAFile)
      }
      if count == 0 { return result }
      guard result.count + count <= limits.input.bytes else {
        throw Refusal(source: name, cause: InputFault.tooLarge(limit: limits.input.bytes))
      }
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// A pipe without a writer looks empty; wait a moment for one, then say so instead of hanging.
  private func readPipe(_ pipe: FileDescriptor, name: String) throws(Refusal) -> [UInt8] {
    let step: UInt32 = 10_000
    var waited = 0.0
    var first: UInt8 = 0
    while true {
      let count = Glibc.read(pipe.rawValue, &first, 1)
      if count == 1 { break }
      if count < 0, errno != EAGAIN, errno != EINTR {
        throw Refusal(source: name, cause: InputFault.readError(errno: errno))
      }
      guard waited < limits.input.patience else { throw Refusal(source: name, cause: InputFault.silentPipe) }
      usleep(step)
      waited += Double(step) / 1_000_000
    }
    _ = fcntl(pipe.rawValue, F_SETFL, fcntl(pipe.rawValue, F_GETFL) & ~O_NONBLOCK)
    return try [first] + readAll(pipe, name: name, sizeHint: 0)
  }
}
