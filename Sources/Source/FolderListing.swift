import Glibc

/// The files of one kind in a folder and its subfolders. Links to folders are not followed.
package struct FolderListing {
  private let path: String
  private let suffix: String
  private let most: Int
  private let refusal: any RefusalCause

  /// - Parameters:
  ///   - suffix: the ending of the files, in small letters, with its point.
  ///   - most: how many files it may hold.
  ///   - refusal: why a folder that is not there, too deep or too full is refused.
  package init(_ path: String, holding suffix: String, atMost most: Int, otherwise refusal: any RefusalCause)
  {
    self.path = path
    self.suffix = suffix
    self.most = most
    self.refusal = refusal
  }

  /// Names relative to the folder, in the order of their bytes folder by folder.
  /// - Throws: `Refusal` for what cannot be read: with a part missing, nobody knows what was left out.
  package func names() throws(Refusal) -> [String] {
    var names: [String] = []
    try collect(below: "", depth: 0, into: &names)
    return names
  }

  private static let deepest = 8

  private func collect(below prefix: String, depth: Int, into names: inout [String]) throws(Refusal) {
    let folder = prefix.isEmpty ? path : path + "/" + prefix
    guard depth <= Self.deepest, names.count <= most else {
      throw Refusal(source: folder, cause: refusal)
    }
    for name in try entries(of: folder).sorted() where !name.hasPrefix(".") {
      let relative = prefix + name
      let full = path + "/" + relative
      var status = stat()
      guard lstat(full, &status) == 0 else {
        throw Refusal(source: full, cause: InputFault.readError(errno: errno))
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        try collect(below: relative + "/", depth: depth + 1, into: &names)
      } else if name.lowercased().hasSuffix(suffix) {
        names.append(relative)
      }
    }
  }

  private func entries(of path: String) throws(Refusal) -> [String] {
    guard let folder = opendir(path) else {
      switch errno {
      case EACCES, EPERM: throw Refusal(source: path, cause: InputFault.permissionDenied)
      case ENOENT, ENOTDIR: throw Refusal(source: path, cause: refusal)
      default: throw Refusal(source: path, cause: InputFault.readError(errno: errno))
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
