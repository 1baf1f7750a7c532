import Catalogue
import Compliance
import Foundation
import MasterPlan
import XML

/// The repository that the tests stand in: its catalogue, schemas and example plans.
public enum Repository {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  public static func source(_ path: String) throws -> SourceText {
    try SourceReader().read(root.appending(path: path).path)
  }

  /// Paths of the files with this extension below a folder, relative to the repository.
  public static func files(below folder: String, withExtension suffix: String) -> [String] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String] ?? []
    return found.filter { $0.hasSuffix("." + suffix) }.map { folder + "/" + $0 }.sorted()
  }

  public static let planSchema = Result {
    try TableSchema(source("Schemas/master-plan.xsd"), root: "master-plan", namespace: MasterPlan.namespace)
  }
  public static let catalogueSchema = Result {
    try Schema(source("Schemas/catalogue.xsd"), root: "catalogue", namespace: Catalogue.namespace)
  }
  public static let vocabulary = Result { try PlanVocabulary(source("Schemas/master-plan.xsd")) }
  public static let catalogue = Result {
    try Catalogue.load(
      files(below: "Standards", withExtension: "xml").map {
        Catalogue.File(name: String($0.dropFirst("Standards/".count)), text: try source($0))
      }, schema: catalogueSchema.get())
  }

  /// The examples that prove the criteria of `Standards/`.
  public static func examples() throws -> [CriterionExample] {
    try Catalogue.examples(
      among: files(below: "Standards/examples", withExtension: "xml").map {
        Catalogue.File(name: String($0.dropFirst("Standards/".count)), text: try source($0))
      }, schema: catalogueSchema.get())
  }

  /// A plan of `Examples/`, by the name of its file.
  public static func plan(_ name: String) throws -> MasterPlan {
    try MasterPlan.read(source("Examples/\(name).xml"), schema: planSchema.get())
  }

  public static func plan(text: String, named name: String = "test.xml") throws -> MasterPlan {
    try MasterPlan.read(SourceText(name: name, stored: Array(text.utf8)), schema: planSchema.get())
  }

  public static func check() throws -> Check {
    try Check(catalogue.get(), vocabulary: vocabulary.get())
  }

  /// The folder of the published judges or its neighbour, where the environment names it.
  public static func judges() -> URL? {
    ProcessInfo.processInfo.environment["KHUNG_JUDGES"].map { URL(filePath: $0) }
      .flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }
}

/// A day in a test, written as data has it.
public func day(_ text: String) -> CalendarDate {
  CalendarDate(text)!
}
