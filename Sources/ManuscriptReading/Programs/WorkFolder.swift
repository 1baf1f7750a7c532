import Glibc
import Source

/// A folder for one program and one file, that only we can look into and that is gone when it is let go.
final class WorkFolder {
  let path: String

  /// - Throws: `Refusal` where none can be made.
  init(for source: String) throws(Refusal) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/khung-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Refusal(source: source, cause: InputFault.readError(errno: errno))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path)
  }

  /// Writes a file into the folder.
  func write(_ bytes: [UInt8], as name: String, for source: String) throws(Refusal) -> String {
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refusal(source: source, cause: InputFault.readError(errno: errno)) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else { throw Refusal(source: source, cause: InputFault.readError(errno: errno)) }
      written += count
    }
    return file
  }

  /// Removes a folder with all in it; links are removed and not followed.
  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let inner = path + "/" + name
        var status = stat()
        guard lstat(inner, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { remove(inner) } else { unlink(inner) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
