import Glibc
import SystemPackage

/// The files of one kind in a folder and its subfolders. Links to folders are not followed.
package struct FolderListing {
  private let path: String
  private let suffix: String
  private let most: Int
  private let refusal: any RefusalCause
  private let limits: Limits.Folder

  /// - Parameters:
  ///   - suffix: the ending of the files, in small letters, with its point.
  ///   - most: how many files it may hold.
  ///   - refusal: why a folder that is not there or too full is refused.
  package init(
    _ path: String, holding suffix: String, atMost most: Int, otherwise refusal: any RefusalCause,
    limits: Limits.Folder = Limits.Folder()
  ) {
    self.path = path
    self.suffix = suffix
    self.most = most
    self.refusal = refusal
    self.limits = limits
  }

  /// Names relative to the folder, in the order of their bytes folder by folder.
  /// - Throws: `Refusal` for what cannot be read: with a part missing, nobody knows what was left out.
  package func names() throws(Refusal) -> [String] {
    var names: [String] = []
    let root = FilePath(path)
    // The path as its user wrote it, and not as it could be written more simply.
    func relative(_ found: FilePath) -> String {
      var found = found
      _ = found.removePrefix(root)
      return found.string
    }
    func full(_ found: FilePath) -> String { found == root ? path : path + "/" + relative(found) }
    try FolderWalk(depth: limits.depth).visit(root) { found throws(Refusal) in
      switch found {
      case .file(let file), .linkToFolder(let file):
        let name = relative(file)
        guard Array(name.lowercased().utf8).suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else {
          return
        }
        guard names.count < most else { throw Refusal(source: path, cause: refusal) }
        names.append(name)
      case .hidden, .passedOver: break
      case .unknown(let file, let code):
        throw Refusal(source: full(file), cause: InputFault.readError(errno: code))
      case .tooDeep(let folder):
        throw Refusal(source: full(folder), cause: InputFault.folderTooDeep(limit: limits.depth))
      case .unreadable(let folder, let code):
        switch code {
        case EACCES, EPERM: throw Refusal(source: full(folder), cause: InputFault.permissionDenied)
        case ENOENT, ENOTDIR: throw Refusal(source: full(folder), cause: refusal)
        default: throw Refusal(source: full(folder), cause: InputFault.readError(errno: code))
        }
      }
    }
    return names
  }
}
