import Archives
import Compliance
import Source
import SystemPackage

/// Gives out the plans of one review, one after another, in a stable order. It holds one archive open and
/// one entry at a time, so that its memory does not grow with their number.
package struct PlanSource {
  private enum Part {
    case paths(PathList.Reader)
    case standardInput(ListReader)
  }

  private var parts: [Part]
  private var archive: OpenArchive?
  private let limits: Limits

  private struct OpenArchive {
    let reader: ArchiveReader
    let name: String
    /// Whether anything came out of it.
    var isEmpty = true
  }

  /// How many plans there are, where that is known: not for archives and lists.
  package let total: Int?
  /// Files in folders and archives that are neither plans nor archives.
  package private(set) var leftOut = 0

  /// - Parameters:
  ///   - arguments: files, folders, patterns, and `-` for a list on standard input.
  ///   - isInterrupted: whether somebody asked for the end; whoever writes a list may be slow.
  package init(
    _ arguments: [String], limits: Limits = Limits(), isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.limits = limits
    var parts: [Part] = []
    var list = PathList(limits)
    var count = 0
    var isCounted = true
    func close(_ list: PathList) {
      guard list.count > 0 else { return }
      parts.append(.paths(PathList.Reader(list)))
      count += list.count
      if list.hasArchives { isCounted = false }
    }
    for argument in arguments {
      guard argument == "-" else {
        list.add(argument)
        continue
      }
      close(list)
      leftOut += list.leftOut
      list = PathList(limits)
      parts.append(.standardInput(ListReader(limits: limits, isInterrupted: isInterrupted)))
      isCounted = false
    }
    close(list)
    leftOut += list.leftOut
    self.parts = parts
    total = isCounted ? count : nil
  }

  /// The names of all inputs, where they are known before any is read.
  var names: Set<String>? {
    var names: Set<String> = []
    for part in parts {
      guard case .paths(var reader) = part else { return nil }
      while let (kind, path, refusal) = reader.next() {
        if kind == .archive { return nil }
        names.insert(refusal?.source ?? path.shown)
      }
    }
    return names
  }

  package mutating func next() -> PlanInput? {
    while true {
      if let input = nextOfArchive() { return input }
      switch parts.first {
      case nil: return nil
      case .paths(var reader):
        let item = reader.next()
        parts[0] = .paths(reader)
        switch item {
        case nil: parts.removeFirst()
        case (_, _, let refusal?)?: return .refused(refusal)
        case (let kind, let path, nil)?:
          if kind == .plan { return .file(path) }
          if let refused = open(path) { return refused }
        }
      case .standardInput(let reader):
        do throws(Refusal) {
          switch try reader.next() {
          case nil: parts.removeFirst()
          case .input(let input): return input
          case .path(let path):
            guard PathList.isArchive(path.shown) else {
              guard let kind = PathList.otherKind(path.shown) else { return .file(path) }
              return .refused(Refusal(source: path.shown, cause: InputFault.otherKind(kind)))
            }
            if let refused = open(path) { return refused }
          }
        } catch {
          parts.removeFirst()
          return .refused(error)
        }
      }
    }
  }

  private mutating func open(_ path: FilePath) -> PlanInput? {
    do throws(Refusal) {
      let reader = try ArchiveReader(path, limits: limits) { name in
        if PathList.isArchive(name) { return .archive }
        if PathList.isPlan(name) { return .read }
        return PathList.otherKind(name).map { .refuse(InputFault.otherKind($0)) } ?? .leave
      }
      archive = OpenArchive(reader: reader, name: path.shown)
      return nil
    } catch {
      return .refused(error)
    }
  }

  private mutating func nextOfArchive() -> PlanInput? {
    guard let open = archive else { return nil }
    do throws(Refusal) {
      if let entry = try open.reader.next() {
        archive?.isEmpty = false
        switch entry {
        case .file(let name, let bytes): return .content(name: name, stored: bytes)
        case .refused(let refusal): return .refused(refusal)
        }
      }
      guard !open.isEmpty else { throw Refusal(source: open.name, cause: CollectionFault.noPlans) }
      close(open)
      return nil
    } catch {
      close(open)
      return .refused(error)
    }
  }

  private mutating func close(_ open: OpenArchive) {
    leftOut += open.reader.leftOut
    archive = nil
  }
}
