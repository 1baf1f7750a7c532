import EmbeddedFiles
import Source

/// The files that travel inside the program: the national catalogue, the schemas, the pages and the tables of
/// data. They are named by their paths in the repository; pages and data by those below `Sources/BuiltIn`.
package enum BuiltIn {
  private static var all: some Sequence<(name: String, bytes: UnsafeBufferPointer<UInt8>)> {
    (0..<khung_embedded_file_count).lazy.map { index in
      let file = khung_embedded_file_at(index)
      return (String(cString: file.name), UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
  }

  /// - Throws: `Refusal` where there is no such file; the tests of a build prove that those asked for are there.
  package static func file(_ name: String) throws(Refusal) -> SourceText {
    guard let file = all.first(where: { $0.name == name }) else {
      throw Refusal(source: name, cause: InputFault.missing)
    }
    return try SourceText(name: name, stored: Array(file.bytes))
  }

  /// The template of a page, by the name of its file.
  package static func page(_ name: String) throws(Refusal) -> String {
    String(decoding: try file("Pages/\(name).html").bytes, as: UTF8.self)
  }

  /// A schema of the repository, by the name of its file.
  package static func schema(_ name: String) throws(Refusal) -> SourceText {
    try file("Schemas/\(name).xsd")
  }

  /// The files of the national catalogue, in the order in which they are embedded.
  /// - Parameter isWanted: whether a file is wanted, by its path within the catalogue's folder.
  package static func catalogue(
    where isWanted: (String) -> Bool
  ) throws(Refusal) -> [(name: String, text: SourceText)] {
    let folder = "Standards/"
    var files: [(name: String, text: SourceText)] = []
    for file in all where file.name.utf8.starts(with: folder.utf8) {
      let name = String(file.name.dropFirst(folder.count))
      guard isWanted(name) else { continue }
      files.append((name, try SourceText(name: file.name, stored: Array(file.bytes))))
    }
    return files
  }
}
