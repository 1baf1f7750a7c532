import ArgumentParser
import Catalogue
import EmbeddedFiles
import Glibc
import MasterPlan
import Source
import Workers
import XML

/// Where the catalogue comes from: the one inside the program, a folder, or `KHUNG_CATALOGUE`.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: "Folder of catalogue files instead of the built-in edition (also KHUNG_CATALOGUE).",
    completion: .directory)
  var catalogue: String?

  @Option(help: "A province's rules on top of the catalogue (profile.xsd).", completion: .file())
  var profile: String?

  func load() throws -> LoadedCatalogue {
    let profile = try self.profile.map { path in
      try Profile(SourceReader().read(path), schema: EmbeddedFile.schema("profile", Profile.namespace))
    }
    let catalogue = try Self.loadCatalogue(in: folder, with: profile.map(files(of:)) ?? [])
    let contract = try HeadStart.planContract.value.get()
    return LoadedCatalogue(
      catalogue: catalogue, profile: profile, planSchema: contract.schema, vocabulary: contract.vocabulary)
  }

  /// The examples that prove the catalogue's criteria.
  func examples() throws -> [CriterionExample] {
    let files = try folder.map { try CatalogueFolder($0).files() } ?? EmbeddedFile.catalogueWithExamples()
    return try Catalogue.examples(
      among: files, schema: folder == nil ? nil : EmbeddedFile.schema("catalogue", Catalogue.namespace))
  }

  private static func loadCatalogue(
    in folder: String?, with additions: [Catalogue.File]
  ) throws -> Catalogue {
    guard folder == nil, additions.isEmpty else {
      let (national, schema) = SideBySide.both {
        Result { try folder.map { try CatalogueFolder($0).files() } ?? EmbeddedFile.catalogue() }
      } and: {
        Result { try EmbeddedFile.schema("catalogue", Catalogue.namespace) }
      }
      return try Catalogue.load(national.get() + additions, schema: schema.get())
    }
    return try builtIn()
  }

  /// The edition inside the program. Validated against catalogue.xsd by the tests of the build that embedded it.
  fileprivate static func builtIn() throws -> Catalogue {
    try Catalogue.load(EmbeddedFile.catalogue(), schema: nil)
  }

  /// The folder that replaces the built-in catalogue, if one is named.
  private var folder: String? {
    let named = catalogue ?? getenv("KHUNG_CATALOGUE").map { String(cString: $0) }
    return named.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The files of the national catalogue.
  func files() throws -> [Catalogue.File] {
    try folder.map { try CatalogueFolder($0).files() } ?? EmbeddedFile.catalogue()
  }

  /// The province's own catalogue files, which stand in the profile's folder.
  private func files(of profile: Profile) throws -> [Catalogue.File] {
    let folder = (self.profile ?? "").split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return try profile.additions.map { name in
      let path = (folder + [name[...]]).joined(separator: "/")
      return Catalogue.File(name: "profile/\(name)", text: try SourceReader().read(path))
    }
  }
}

/// A catalogue with the contract of the plans that it judges.
struct LoadedCatalogue {
  let catalogue: Catalogue
  let profile: Profile?
  let planSchema: TableSchema
  let vocabulary: PlanVocabulary
}

extension LoadedCatalogue {
  /// The edition inside the program, for commands that judge nothing.
  static func builtIn() throws -> LoadedCatalogue {
    let contract = try HeadStart.planContract.value.get()
    return try LoadedCatalogue(
      catalogue: CatalogueOptions.builtIn(), profile: nil, planSchema: contract.schema,
      vocabulary: contract.vocabulary)
  }
}

/// What `master-plan.xsd` says: what a plan may hold, and what it is called.
struct PlanContract {
  let schema: TableSchema
  let vocabulary: PlanVocabulary

  init(_ source: SourceText) throws(Refusal) {
    let document = try Document(source)
    schema = try TableSchema(document, root: "master-plan", namespace: MasterPlan.namespace)
    vocabulary = PlanVocabulary(document)
  }
}

/// The files that travel inside the program.
enum EmbeddedFile {
  private static var all: some Sequence<(name: String, bytes: UnsafeBufferPointer<UInt8>)> {
    (0..<khung_embedded_file_count).lazy.map { index in
      let file = khung_embedded_file_at(index)
      return (String(cString: file.name), UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
  }

  static func named(_ name: String) throws(Refusal) -> SourceText {
    let bytes = all.first { $0.name == name }.map { Array($0.bytes) } ?? []
    return try SourceText(name: name, stored: bytes)
  }

  /// The template of a page, by the name of its file.
  static func page(_ name: String) throws(Refusal) -> String {
    String(decoding: try named("Templates/\(name).html").bytes, as: UTF8.self)
  }

  /// A schema of the repository, by the name of its file and root element.
  static func schema(_ name: String, _ namespace: String) throws(Refusal) -> Schema {
    try Schema(named("Schemas/\(name).xsd"), root: name, namespace: namespace)
  }

  /// The national catalogue, without the examples that prove it: a check has no use for them.
  static func catalogue() throws -> [Catalogue.File] {
    try files(below: "Standards/") { !$0.hasPrefix("Standards/examples/") }
  }

  /// The national catalogue with its examples.
  static func catalogueWithExamples() throws -> [Catalogue.File] { try files(below: "Standards/") }

  private static func files(
    below folder: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [Catalogue.File] {
    try all.filter { $0.name.hasPrefix(folder) && isWanted($0.name) }.map { file in
      Catalogue.File(
        name: String(file.name.dropFirst(folder.count)),
        text: try SourceText(name: file.name, stored: Array(file.bytes)))
    }
  }
}
