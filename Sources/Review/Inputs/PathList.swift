import Glibc
import Source
import SystemPackage

/// The plans and archives that the arguments name, in a stable order: arguments as they were given, the
/// content of a folder by the bytes of its names. Ten thousand names are kept as bytes in one piece.
struct PathList {
  enum Kind: UInt8 {
    case plan, archive, refused
  }

  private(set) var count = 0
  /// Files that are neither plans nor archives.
  private(set) var leftOut = 0
  private var bytes: [UInt8] = []
  private var refusals: [Refusal] = []
  private let limits: ReviewLimits

  init(_ limits: ReviewLimits) {
    self.limits = limits
  }

  /// Adds a file, a folder with everything in it, or every match of a pattern.
  mutating func add(_ argument: String) {
    let path = FilePath(argument)
    switch Self.kind(of: path, following: true) {
    case S_IFDIR: addFolder(path, depth: 0)
    case nil where argument.contains(where: "*?[".contains): addMatches(of: argument)
    default: append(Self.isArchive(argument) ? .archive : .plan, path)
    }
  }

  private mutating func addMatches(of pattern: String) {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else {
      return refuse(FilePath(pattern), InputFault.missing)
    }
    for index in 0..<Int(found.gl_pathc) {
      guard let match = found.gl_pathv[index] else { continue }
      let path = FilePath(platformString: match)
      if Self.kind(of: path, following: true) == S_IFDIR {
        addFolder(path, depth: 0)
      } else {
        append(Self.isArchive(path.shown) ? .archive : .plan, path)
      }
    }
  }

  private mutating func addFolder(_ folder: FilePath, depth: Int) {
    guard depth <= limits.depth else {
      return refuse(folder, CollectionFault.folderTooDeep(limit: limits.depth))
    }
    guard let names = Self.entries(of: folder) else {
      return refuse(folder, errno == EACCES ? InputFault.permissionDenied : .readError(errno: errno))
    }
    // What an earlier review wrote into the folder is no submission.
    let journal = folder.appending(Journal.fileName)
    guard depth == 0 || Self.kind(of: journal, following: false) == nil else {
      leftOut += 1
      return
    }
    let before = count
    for name in names {
      guard
        let component = name.withUnsafeBufferPointer({
          $0.baseAddress.flatMap(FilePath.Component.init(platformString:))
        })
      else { continue }
      let path = folder.appending(component)
      let shown = component.string.lowercased()
      switch Self.kind(of: path, following: false) {
      case S_IFDIR where shown.hasPrefix("."): leftOut += 1
      case S_IFDIR: addFolder(path, depth: depth + 1)
      case S_IFLNK where Self.kind(of: path, following: true) == S_IFDIR:
        refuse(path, CollectionFault.linkToFolder)
      case _ where shown.hasPrefix("."): leftOut += 1
      case _ where shown.hasSuffix(".xml"): append(.plan, path)
      case _ where Self.isArchive(shown): append(.archive, path)
      default: leftOut += 1
      }
    }
    if depth == 0, count == before { refuse(folder, CollectionFault.noPlans) }
  }

  private mutating func refuse(_ path: FilePath, _ cause: any RefusalCause) {
    refusals.append(Refusal(source: path.shown, cause: cause))
    append(.refused, path)
  }

  private mutating func append(_ kind: Kind, _ path: FilePath) {
    count += 1
    bytes.append(kind.rawValue)
    path.withPlatformString {
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: $0, count: strlen($0) + 1))
    }
  }

  static func isArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".zip", ".tar.gz", ".tgz", ".tar"].contains { name.hasSuffix($0) }
  }

  private static func kind(of path: FilePath, following: Bool) -> mode_t? {
    var status = stat()
    let result = path.withPlatformString { following ? stat($0, &status) : lstat($0, &status) }
    return result == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Names in a folder, ended by a zero byte, in the order of their bytes; nil with `errno` where it cannot be read.
  private static func entries(of folder: FilePath) -> [[CChar]]? {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      if name != [46, 0], name != [46, 46, 0] { names.append(name) }
    }
    return names.sorted {
      $0.lexicographicallyPrecedes($1) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
  }

  /// Goes through the list once, from the front.
  struct Reader {
    private let list: PathList
    private var offset = 0
    private var refused = 0

    init(_ list: PathList) {
      self.list = list
    }

    mutating func next() -> (kind: Kind, path: FilePath, refusal: Refusal?)? {
      guard offset < list.bytes.count, let kind = Kind(rawValue: list.bytes[offset]) else { return nil }
      let path = list.bytes.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.advanced(by: offset + 1).assumingMemoryBound(to: CChar.self)
        return start.map { FilePath(platformString: $0) } ?? FilePath()
      }
      offset += 2 + path.length
      guard kind == .refused else { return (kind, path, nil) }
      defer { refused += 1 }
      return (kind, path, list.refusals[refused])
    }
  }
}
