import Source
import Workers

/// A folder of catalogue files, with its subfolders.
package struct CatalogueFolder {
  private let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// All `.xml` files of the folder and its subfolders. Links to folders are not followed.
  /// - Throws: `Refusal` for what cannot be read: a catalogue with a part missing would judge by less law.
  package func files() throws -> [Catalogue.File] {
    try names().map { Catalogue.File(name: $0, text: try SourceReader().read(path + "/" + $0)) }
  }

  /// The files that can be read, and why the others cannot.
  /// - Throws: `Refusal` when the folder itself cannot be read.
  package func readableFiles() throws -> (files: [Catalogue.File], unreadable: [Refusal]) {
    let names = try names()
    let read = SideBySide.results(names.count) { index in
      Result { () throws(Refusal) in
        Catalogue.File(name: names[index], text: try SourceReader().read(path + "/" + names[index]))
      }
    }
    var files: [Catalogue.File] = []
    var unreadable: [Refusal] = []
    for file in read {
      switch file {
      case .success(let file): files.append(file)
      case .failure(let refusal): unreadable.append(refusal)
      }
    }
    return (files, unreadable)
  }

  private func names() throws(Refusal) -> [String] {
    try FolderListing(path, holding: ".xml", atMost: 2_000, otherwise: CatalogueFault.Kind.notACatalogue)
      .names()
  }
}
