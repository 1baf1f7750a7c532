import BuiltIn
import Catalogue
import Source
import XML

/// What `khung --version` prints: the program's version and the edition of the catalogue inside it.
enum VersionText {
  /// The edition is read when somebody asks for it: other starts pay nothing.
  static var text: String {
    let edition = try? BuiltIn.catalogue { $0 == "edition.xml" }.first.map { file in
      let root = try Document(file.text).root
      return CatalogueReading([FileReading(root, file: file.name)]).catalogue.edition
    }
    let catalogue = edition.map { "\ncatalogue \($0.number) (\($0.date))" } ?? ""
    return "khung \(Program.version)\(catalogue)"
  }
}
