import CChildProcess
import Glibc
import Source

/// A program of the system that reads a format for us, in a process of its own: bounded in time, memory and output,
/// without network and without our environment.
struct ForeignProgram {
  enum Failure: Error {
    case missing
    /// It ended with a fault, or was ended by the system.
    case failed
    case overLimit
  }

  let path: String
  private let limits: Limits.Manuscript

  /// Nil where no folder of programs has it. Only the system's own folders are looked into.
  init?(_ name: String, limits: Limits.Manuscript) {
    let found = ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
    guard let found else { return nil }
    path = found
    self.limits = limits
  }

  /// Runs it to its end.
  /// - Parameters:
  ///   - input: what it reads from standard input; it never sees a file of ours.
  ///   - home: a folder that it may write to.
  /// - Returns: what it wrote to standard output.
  func run(_ arguments: [String], input: [UInt8]? = nil, home: String) throws(Failure) -> [UInt8] {
    var source: Int32 = -1
    if let input { source = try Self.memory(input) }
    defer { if source >= 0 { close(source) } }
    var ends: [Int32] = [0, 0]
    guard khung_child_pipe(&ends) == 0 else { throw .failed }
    defer { close(ends[0]) }
    var bounds = khung_child_limits(
      seconds: UInt(limits.seconds), memory: UInt(limits.memory), file: UInt(limits.output))
    // No locale of the user's: the same file gives the same text.
    let environment = ["LC_ALL=C.UTF-8", "HOME=\(home)", "TMPDIR=\(home)", "PATH=/usr/bin:/bin"]
    let child = Self.withStrings([path] + arguments) { arguments in
      Self.withStrings(environment) { environment in
        khung_child_start(path, arguments, environment, source, ends[1], &bounds)
      }
    }
    close(ends[1])
    guard child > 0 else { throw .failed }
    var output: [UInt8] = []
    let isWhole = read(ends[0], into: &output)
    // Its whole session: a script may have begun others.
    if !isWhole { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    kill(-child, SIGKILL)
    guard isWhole else { throw .overLimit }
    let signal = status & 0x7F
    if signal == SIGXCPU || signal == SIGKILL || signal == SIGXFSZ { throw .overLimit }
    let code = (status >> 8) & 0xFF
    if signal == 0, code == 127 { throw .missing }
    guard signal == 0, code == 0 else { throw .failed }
    return output
  }

  /// Bytes as a file that has no name.
  private static func memory(_ bytes: [UInt8]) throws(Failure) -> Int32 {
    let file = khung_child_memory()
    guard file >= 0 else { throw .failed }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else {
        close(file)
        throw .failed
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// Reads to the end, within the bounds of time and size.
  private func read(_ file: Int32, into output: inout [UInt8]) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + Int(limits.seconds)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      clock_gettime(CLOCK_MONOTONIC, &now)
      guard now.tv_sec < end else { return false }
      var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, 200)
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return true }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      guard output.count + count <= limits.output else { return false }
      output += buffer[..<count]
    }
  }

  private static func withStrings<R>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> R
  ) -> R {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        preconditionFailure("an array that ends with nil is not empty")
      }
      return body(UnsafePointer(base))
    }
  }
}
