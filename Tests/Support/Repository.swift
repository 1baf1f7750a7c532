import Catalogue
import Compliance
import Foundation
import MasterPlan
import Source
import XML

/// The repository that the tests stand in: its catalogue, schemas and example plans.
package enum Repository {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static func source(_ path: String) throws -> SourceText {
    try SourceReader().read(root.appending(path: path).path)
  }

  /// Paths of the files with this extension below a folder, relative to the repository.
  package static func files(below folder: String, withExtension suffix: String) -> [String] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String] ?? []
    return found.filter { $0.hasSuffix("." + suffix) }.map { folder + "/" + $0 }.sorted()
  }

  package static let planSchema = Result {
    try TableSchema(source("Schemas/master-plan.xsd"), root: "master-plan", namespace: MasterPlan.namespace)
  }
  package static let catalogueSchema = Result {
    try Schema(source("Schemas/catalogue.xsd"), root: "catalogue", namespace: Catalogue.namespace)
  }
  package static let vocabulary = Result { try PlanVocabulary(source("Schemas/master-plan.xsd")) }
  package static let catalogue = Result {
    try Catalogue.load(catalogueFiles(), schema: catalogueSchema.get())
  }

  /// The files of the national catalogue, or of a folder of it, each as an edit leaves it.
  /// - Parameter edit: the text of a file, by its name within the catalogue; nil for a file as it is.
  package static func catalogueFiles(
    below folder: String = "Standards", _ edit: (_ name: String, _ text: String) -> String? = { _, _ in nil }
  ) throws -> [Catalogue.File] {
    try files(below: folder, withExtension: "xml").map { path in
      let (name, text) = (String(path.dropFirst("Standards/".count)), try source(path))
      let edited = edit(name, String(decoding: text.bytes, as: UTF8.self))
      return Catalogue.File(
        name: name, text: try edited.map { try SourceText(name: path, stored: Array($0.utf8)) } ?? text)
    }
  }

  /// The examples that prove the criteria of `Standards/`.
  package static func examples() throws -> [CriterionExample] {
    try Catalogue.examples(
      among: catalogueFiles(below: "Standards/examples"), schema: catalogueSchema.get())
  }

  /// A plan of `Examples/`, by the name of its file.
  package static func plan(_ name: String) throws -> MasterPlan {
    try MasterPlan.read(source("Examples/\(name).xml"), schema: planSchema.get())
  }

  package static func plan(text: String, named name: String = "test.xml") throws -> MasterPlan {
    try MasterPlan.read(SourceText(name: name, stored: Array(text.utf8)), schema: planSchema.get())
  }

  package static func check() throws -> Check {
    try Check(catalogue.get(), vocabulary: vocabulary.get())
  }

  /// The folder of the published judges or its neighbour, where the environment names it.
  package static func judges() -> URL? {
    ProcessInfo.processInfo.environment["KHUNG_JUDGES"].map { URL(filePath: $0) }
      .flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }
}

/// A day in a test, written as data has it.
package func day(_ text: String) -> CalendarDate {
  CalendarDate(text)!
}
