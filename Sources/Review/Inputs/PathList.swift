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
  /// Whether it names archives, whose plans are counted when they are read.
  private(set) var hasArchives = false
  private var bytes: [UInt8] = []
  private var refusals: [Refusal] = []
  private let limits: Limits

  init(_ limits: Limits) {
    self.limits = limits
  }

  /// Adds a file, a folder with everything in it, or every match of a pattern.
  mutating func add(_ argument: String) {
    let path = FilePath(argument: argument)
    switch FolderWalk.kind(of: path, following: true) {
    case .success(S_IFDIR): addFolder(path)
    case .failure where argument.utf8.contains(where: Array("*?[".utf8).contains): addMatches(of: argument)
    default: append(Self.isArchive(argument) ? .archive : .plan, path)
    }
  }

  private mutating func addMatches(of pattern: String) {
    var found = glob_t()
    defer { globfree(&found) }
    let path = FilePath(argument: pattern)
    guard path.withPlatformString({ glob($0, 0, nil, &found) }) == 0 else {
      return refuse(path, InputFault.missing)
    }
    for index in 0..<Int(found.gl_pathc) {
      guard let match = found.gl_pathv[index] else { continue }
      let path = FilePath(platformString: match)
      if FolderWalk.isFolder(path) {
        addFolder(path)
      } else {
        append(Self.isArchive(path.shown) ? .archive : .plan, path)
      }
    }
  }

  private mutating func addFolder(_ folder: FilePath) {
    let before = count
    // What an earlier review wrote into a folder is no submission.
    let walk = FolderWalk(depth: limits.review.depth) {
      (try? FolderWalk.kind(of: $0.appending(Journal.fileName), following: false).get()) != nil
    }
    walk.visit(folder) { found in
      switch found {
      case .file(let path), .unknown(let path, _): addFile(path)
      case .hidden, .passedOver: leftOut += 1
      case .linkToFolder(let path): refuse(path, CollectionFault.linkToFolder)
      case .tooDeep(let path): refuse(path, InputFault.folderTooDeep(limit: limits.review.depth))
      case .unreadable(let path, let code):
        refuse(path, code == EACCES ? InputFault.permissionDenied : .readError(errno: code))
      }
    }
    if count == before { refuse(folder, CollectionFault.noPlans) }
  }

  private mutating func addFile(_ path: FilePath) {
    let name = path.lastComponent?.string ?? ""
    if Self.isPlan(name) {
      append(.plan, path)
    } else if Self.isArchive(name) {
      append(.archive, path)
    } else if let kind = Self.otherKind(name) {
      refuse(path, InputFault.otherKind(kind))
    } else {
      leftOut += 1
    }
  }

  private mutating func refuse(_ path: FilePath, _ cause: any RefusalCause) {
    refusals.append(Refusal(source: path.shown, cause: cause))
    append(.refused, path)
  }

  private mutating func append(_ kind: Kind, _ path: FilePath) {
    count += 1
    if kind == .archive { hasArchives = true }
    bytes.append(kind.rawValue)
    path.withPlatformString {
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: $0, count: strlen($0) + 1))
    }
  }

  static func isArchive(_ name: String) -> Bool {
    ends(name, with: [".zip", ".tar.gz", ".tgz", ".tar"])
  }

  /// What a submission is that cannot be opened: it is somebody's plan all the same, and is named. Word keeps a
  /// small file of another name beside one that it has open.
  static func otherKind(_ name: String) -> FileKind? {
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8[...]
    return last.starts(with: "~$".utf8) ? nil : FileKind(name: name)
  }

  /// A plan file, or a document that plans are read from. What it is its content tells later.
  static func isPlan(_ name: String) -> Bool {
    if ends(name, with: [".xml"]) { return true }
    switch otherKind(name) {
    case .word, .openDocument, .pdf, .richText: return true
    default: return false
    }
  }

  private static func ends(_ name: String, with endings: [String]) -> Bool {
    let bytes = Array(name.lowercased().utf8)
    return endings.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
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
