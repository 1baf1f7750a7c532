import ArgumentParser
import Catalogue
import EmbeddedFiles
import Glibc
import MasterPlan
import XML

/// Where the catalogue comes from: the one inside the program, a folder, or `KHUNG_CATALOGUE`.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: "Folder of catalogue files instead of the built-in edition (also KHUNG_CATALOGUE).",
    completion: .directory)
  var catalogue: String?

  func load() throws -> LoadedCatalogue {
    let planSchema = try EmbeddedFile.named("Schemas/master-plan.xsd")
    return try LoadedCatalogue(
      catalogue: loadCatalogue(),
      planSchema: Schema(planSchema, root: "master-plan", namespace: MasterPlan.namespace),
      vocabulary: PlanVocabulary(planSchema))
  }

  func loadCatalogue() throws -> Catalogue {
    let folder = catalogue ?? getenv("KHUNG_CATALOGUE").map { String(cString: $0) }
    guard let folder, !folder.isEmpty else {
      // Validated against catalogue.xsd by the tests of the build that embedded them.
      return try Catalogue.load(EmbeddedFile.catalogue(), schema: nil)
    }
    let schema = try Schema(
      EmbeddedFile.named("Schemas/catalogue.xsd"), root: "catalogue", namespace: Catalogue.namespace)
    return try Catalogue.load(CatalogueFolder(folder).files(), schema: schema)
  }
}

/// A catalogue with the contract of the plans that it judges.
struct LoadedCatalogue {
  let catalogue: Catalogue
  let planSchema: Schema
  let vocabulary: PlanVocabulary
}

/// The files that travel inside the program.
enum EmbeddedFile {
  private static var all: [(name: String, bytes: [UInt8])] {
    (0..<khung_embedded_file_count).map { index in
      let file = khung_embedded_file_at(index)
      return (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    }
  }

  static func named(_ name: String) throws(Refusal) -> SourceText {
    let bytes = all.first { $0.name == name }?.bytes ?? []
    return try SourceText(name: name, stored: bytes)
  }

  static func catalogue() throws -> [Catalogue.File] {
    let folder = "Standards/"
    return try all.filter { $0.name.hasPrefix(folder) }.map { file in
      Catalogue.File(
        name: String(file.name.dropFirst(folder.count)),
        text: try SourceText(name: file.name, stored: file.bytes))
    }
  }
}

/// A folder of catalogue files, with its subfolders.
struct CatalogueFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// All `.xml` files, in the order of their names.
  func files() throws -> [Catalogue.File] {
    guard let names = Self.entries(of: path) else {
      throw Refusal(source: path, cause: errno == EACCES ? .permissionDenied : .missing)
    }
    var files: [Catalogue.File] = []
    try collect(names, below: "", into: &files)
    return files
  }

  private func collect(_ names: [String], below prefix: String, into files: inout [Catalogue.File]) throws {
    for name in names.sorted() where !name.hasPrefix(".") {
      let relative = prefix + name
      let full = path + "/" + relative
      if let children = Self.entries(of: full) {
        try collect(children, below: relative + "/", into: &files)
      } else if name.hasSuffix(".xml") {
        files.append(Catalogue.File(name: relative, text: try SourceReader().read(full)))
      }
    }
  }

  /// The names in a folder, or nil when it is none.
  private static func entries(of path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
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
