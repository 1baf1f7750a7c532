import Glibc

/// An open file or stream of the system. What is handed to it is written whole, however little the system takes
/// at once.
package struct Descriptor: Sendable {
  private let number: Int32
  /// What a message calls it.
  private let name: String

  package init(_ number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  package static let standardOutput = Descriptor(STDOUT_FILENO, name: "stdout")
  package static let standardError = Descriptor(STDERR_FILENO, name: "stderr")

  package func write(_ text: String) throws(OutputFailure) {
    var text = text
    let isWritten = text.withUTF8 { writeAll([UnsafeRawBufferPointer($0)]) }
    guard isWritten else { throw OutputFailure(path: name, code: errno) }
  }

  package func write(_ bytes: [UInt8]) throws(OutputFailure) {
    guard bytes.withUnsafeBytes({ writeAll([$0]) }) else { throw OutputFailure(path: name, code: errno) }
  }

  /// Writes the line and its line break at once, so that a reader seldom sees half of it, and without a copy.
  package func writeLine(_ line: [UInt8]) throws(OutputFailure) {
    let isWritten = line.withUnsafeBytes { line in
      withUnsafeBytes(of: UInt8(ascii: "\n")) { writeAll([line, $0]) }
    }
    guard isWritten else { throw OutputFailure(path: name, code: errno) }
  }

  /// - Returns: whether all was written; else `errno` says why not.
  private func writeAll(_ pieces: [UnsafeRawBufferPointer]) -> Bool {
    var rest = pieces.filter { !$0.isEmpty }[...]
    while !rest.isEmpty {
      var vectors = rest.map { iovec(iov_base: .init(mutating: $0.baseAddress), iov_len: $0.count) }
      var count = writev(number, &vectors, Int32(vectors.count))
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
