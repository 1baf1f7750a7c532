import Catalogue
import Glibc
import Source

/// One catalogue to look through, and which of its files the caller asked about.
package struct LintInput {
  package private(set) var files: [Catalogue.File]
  private let unreadable: [Refusal]
  package let stability: StabilityList?
  /// Paths of the files that were named; nil when the whole catalogue is meant.
  private let named: Set<String>?

  /// The catalogues that the paths belong to, each once.
  /// - Parameter builtIn: the files of the edition inside the program.
  /// - Throws: `Refusal` for a path that cannot be read or a folder without a catalogue.
  package static func all(
    _ paths: [String], builtIn: () throws -> [Catalogue.File]
  ) throws -> [LintInput] {
    var inputs: [LintInput] = []
    var files: [(root: String?, path: String)] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw Refusal(source: path, cause: errno == EACCES ? InputFault.permissionDenied : .missing)
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        inputs.append(try folder(path, named: nil))
      } else {
        files.append((root(of: path), path))
      }
    }
    var roots: [String?] = []
    for file in files where !roots.contains(file.root) { roots.append(file.root) }
    for root in roots {
      let paths = Set(files.filter { $0.root == root }.map(\.path))
      inputs.append(try root.map { try folder($0, named: paths) } ?? beside(paths, try builtIn()))
    }
    return inputs
  }

  /// The catalogue where the caller stands: the folder itself, or its `Standards`; nil where neither is one.
  package static var folderHere: String? {
    [".", "Standards"].first { access("\($0)/edition.xml", R_OK) == 0 }
  }

  private static func folder(_ path: String, named: Set<String>?) throws -> LintInput {
    let folder = String(path.reversed().drop { $0 == "/" }.reversed())
    let root = folder.isEmpty ? "/" : folder
    let (files, unreadable) = try CatalogueFolder(root).readableFiles()
    guard !files.isEmpty || !unreadable.isEmpty else {
      throw Refusal(source: path, cause: CatalogueFault.notACatalogue)
    }
    let list = try? SourceReader().read("\(root)/\(StabilityList.fileName)")
    return LintInput(
      files: files, unreadable: unreadable.filter { named?.contains($0.source) ?? true },
      stability: list.map { StabilityList(String(decoding: $0.bytes, as: UTF8.self)) }, named: named)
  }

  /// Files that belong to no catalogue in a folder, such as a province's own: beside the built-in edition.
  private static func beside(_ paths: Set<String>, _ builtIn: [Catalogue.File]) throws -> LintInput {
    var files = builtIn
    var unreadable: [Refusal] = []
    for path in paths.sorted() {
      do throws(Refusal) {
        files.append(Catalogue.File(name: path, text: try SourceReader().read(path)))
      } catch {
        unreadable.append(error)
      }
    }
    return LintInput(files: files, unreadable: unreadable, stability: nil, named: paths)
  }

  /// The nearest folder above a file that holds a catalogue's edition.
  private static func root(of path: String) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while true {
      let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
      if access("\(folder.isEmpty ? "" : folder)/edition.xml", R_OK) == 0 {
        return folder.isEmpty ? "/" : folder
      }
      guard !parts.isEmpty else { return nil }
      parts = parts.dropLast()
    }
  }

  package var isWhole: Bool { named == nil }

  package func isWanted(_ file: Catalogue.File) -> Bool { named?.contains(file.text.name) ?? true }

  package mutating func replace(_ changed: [Catalogue.File]) {
    for file in changed {
      if let index = files.firstIndex(where: { $0.name == file.name }) { files[index] = file }
    }
  }

  package func lint(_ contracts: Contracts, asOf: CalendarDate) -> LintResult {
    let result = Linter(contracts).lint(files, unreadable: unreadable, stability: stability, asOf: asOf)
    guard let named else { return result }
    return result.keeping { named.contains($0.source) }
  }
}
