import Source
import Synchronization
import SystemPackage

/// The files that earlier reviews wrote into a folder, as the journal remembers them: what somebody changed since
/// is no output of a review, and is said to be changed before it is written anew.
final class FilesOfReview: Sendable {
  private let folder: String
  /// Digests by the names in the folder.
  private let known: [String: String]
  private let changed = Mutex<Set<String>>([])

  init(in folder: String, known: [String: String]) {
    self.folder = folder
    self.known = known
  }

  /// Looks at files and remembers those that changed.
  /// - Returns: whether all are there as they were written.
  @discardableResult
  func look(at names: [String]) -> Bool {
    var isWhole = true
    for name in names where !isAsWritten(name) { isWhole = false }
    return isWhole
  }

  private func isAsWritten(_ name: String) -> Bool {
    guard let digest = known[name] else { return false }
    let path = FilePath("\(folder)/\(name)")
    guard let found = try? FileDigest.sha256(of: path) else { return false }
    if found == digest { return true }
    changed.withLock { _ = $0.insert(name) }
    return false
  }

  /// In the order of their names.
  var edited: [String] { changed.withLock { $0.sorted() } }
}

/// The digest of a file of any size.
enum FileDigest {
  static func sha256(of path: FilePath) throws -> String {
    let file = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    return try file.closeAfter {
      var bytes: [UInt8] = []
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { buffer.deallocate() }
      while case let count = try file.read(into: buffer), count > 0 {
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return ContentDigest.sha256(bytes)
    }
  }
}
