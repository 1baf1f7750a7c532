import Glibc
import SystemPackage

/// Goes through a folder and everything below it, in the order of the bytes of the names. Links to folders are
/// not followed: they can lead round in circles.
package struct FolderWalk {
  /// What stands in a folder.
  package enum Found {
    case file(FilePath)
    case linkToFolder(FilePath)
    /// A file or folder whose name begins with a point; it is not gone into.
    case hidden(FilePath)
    /// What cannot be looked at; the system's error number says why.
    case unknown(FilePath, errno: Int32)
    /// A folder that cannot be read.
    case unreadable(FilePath, errno: Int32)
    /// A folder that stands below too many others; it is not gone into.
    case tooDeep(FilePath)
    /// A folder that the caller did not want.
    case passedOver(FilePath)
  }

  /// Levels of folders below the first.
  private let depth: Int
  private let isPassedOver: (FilePath) -> Bool

  /// - Parameters:
  ///   - depth: how many levels of folders below the first are gone into.
  ///   - isPassedOver: whether a folder below the first is not to be gone into.
  package init(depth: Int, passingOver isPassedOver: @escaping (FilePath) -> Bool = { _ in false }) {
    self.depth = depth
    self.isPassedOver = isPassedOver
  }

  /// Hands over what is found, one after another.
  package func visit<Failure: Error>(
    _ folder: FilePath, _ take: (Found) throws(Failure) -> Void
  ) throws(Failure) {
    try visit(folder, level: 0, take)
  }

  private func visit<Failure: Error>(
    _ folder: FilePath, level: Int, _ take: (Found) throws(Failure) -> Void
  ) throws(Failure) {
    guard level <= depth else { return try take(.tooDeep(folder)) }
    guard let names = Self.names(in: folder) else { return try take(.unreadable(folder, errno: errno)) }
    guard level == 0 || !isPassedOver(folder) else { return try take(.passedOver(folder)) }
    for name in names {
      let path = folder.appending(name)
      let isHidden = name.isHidden
      switch Self.kind(of: path, following: false) {
      case _ where isHidden: try take(.hidden(path))
      case .success(S_IFDIR): try visit(path, level: level + 1, take)
      case .success(S_IFLNK) where Self.isFolder(path): try take(.linkToFolder(path))
      case .success: try take(.file(path))
      case .failure(let code): try take(.unknown(path, errno: code.rawValue))
      }
    }
  }

  /// Whether there is a folder at the path, or at the end of a link there.
  package static func isFolder(_ path: FilePath) -> Bool {
    kind(of: path, following: true) == .success(S_IFDIR)
  }

  /// What kind of file is at the path (`S_IFMT` of `stat`).
  package static func kind(of path: FilePath, following: Bool) -> Result<mode_t, Errno> {
    var status = stat()
    let result = path.withPlatformString { following ? stat($0, &status) : lstat($0, &status) }
    return result == 0 ? .success(status.st_mode & S_IFMT) : .failure(Errno(rawValue: errno))
  }

  /// Names in a folder, whatever bytes they have, in the order of these; nil with `errno` where it cannot be read.
  private static func names(in folder: FilePath) -> [FilePath.Component]? {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [FilePath.Component] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) {
          FilePath.Component(platformString: $0)
        }
      }
      if let name, name.kind == .regular { names.append(name) }
    }
    return names.sorted { $0.precedes($1) }
  }
}

extension FilePath.Component {
  fileprivate func precedes(_ other: FilePath.Component) -> Bool {
    withPlatformString { left in other.withPlatformString { strcmp(left, $0) < 0 } }
  }

  fileprivate var isHidden: Bool { withPlatformString { $0.pointee == CChar(UInt8(ascii: ".")) } }
}
