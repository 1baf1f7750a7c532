import Catalogue
import Glibc
import XML

/// A folder of catalogue files, with its subfolders.
struct CatalogueFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// All `.xml` files of the folder and its subfolders. Links to folders are not followed.
  /// - Throws: `Refusal` for what cannot be read: a catalogue with a part missing would judge by less law.
  func files() throws -> [Catalogue.File] {
    try names().map { Catalogue.File(name: $0, text: try SourceReader().read(path + "/" + $0)) }
  }

  /// The files that can be read, and why the others cannot.
  /// - Throws: `Refusal` when the folder itself cannot be read.
  func readableFiles() throws -> (files: [Catalogue.File], unreadable: [Refusal]) {
    var files: [Catalogue.File] = []
    var unreadable: [Refusal] = []
    for name in try names() {
      do throws(Refusal) {
        files.append(Catalogue.File(name: name, text: try SourceReader().read(path + "/" + name)))
      } catch {
        unreadable.append(error)
      }
    }
    return (files, unreadable)
  }

  private func names() throws -> [String] {
    var names: [String] = []
    try collect(below: "", depth: 0, into: &names)
    return names
  }

  private static let deepest = 8
  private static let most = 2_000

  private func collect(below prefix: String, depth: Int, into files: inout [String]) throws {
    let folder = prefix.isEmpty ? path : path + "/" + prefix
    guard depth <= Self.deepest, files.count <= Self.most else {
      throw Refusal(source: folder, cause: .notACatalogue)
    }
    for name in try Self.entries(of: folder).sorted() where !name.hasPrefix(".") {
      let relative = prefix + name
      let full = path + "/" + relative
      var status = stat()
      guard lstat(full, &status) == 0 else {
        throw Refusal(source: full, cause: .readError(errno: errno))
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        try collect(below: relative + "/", depth: depth + 1, into: &files)
      } else if name.lowercased().hasSuffix(".xml") {
        files.append(relative)
      }
    }
  }

  static func entries(of path: String) throws(Refusal) -> [String] {
    guard let folder = opendir(path) else {
      switch errno {
      case EACCES, EPERM: throw Refusal(source: path, cause: .permissionDenied)
      case ENOENT, ENOTDIR: throw Refusal(source: path, cause: .notACatalogue)
      default: throw Refusal(source: path, cause: .readError(errno: errno))
      }
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
