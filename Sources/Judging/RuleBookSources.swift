import BuiltIn
import Catalogue
import Compliance
import Schematron
import Source
import Workers
import XML

/// Where the rules of a run come from: the catalogue inside the program or a folder, a province's profile, what
/// people decided, a schema beside the catalogue. The one loader of all of them.
package struct RuleBookSources: Sendable {
  /// The folder that replaces the catalogue inside the program.
  package var catalogue: String?
  /// Files, `-` for standard input where it says so.
  package var profile: String?
  package var answers: String?
  package var waivers: String?
  /// An ISO Schematron schema; `-` is standard input.
  package var rules: String?

  package init() {}

  /// The files of the national catalogue, without the examples that prove it: a check has no use for them.
  /// - Throws: `Refusal` for what cannot be read.
  package func catalogueFiles() throws -> [Catalogue.File] {
    try catalogue.map { try CatalogueFolder($0).files() }
      ?? Self.builtInCatalogue { !$0.utf8.starts(with: "examples/".utf8) }
  }

  /// The national catalogue inside the program.
  package static func builtInCatalogue(
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(Refusal) -> [Catalogue.File] {
    try BuiltIn.catalogue(where: isWanted).map { Catalogue.File(name: $0.name, text: $0.text) }
  }

  package static func catalogueSchema() throws(Refusal) -> Schema {
    try Schema(BuiltIn.schema("catalogue"), root: "catalogue", namespace: Catalogue.namespace)
  }

  /// The catalogue and the province's rules on top of it, not yet applied to each other.
  /// - Throws: `Refusal`.
  package func load() throws -> LoadedCatalogue {
    let profile = try self.profile.map { path in
      try Profile(
        SourceReader().read(path),
        schema: Schema(BuiltIn.schema("profile"), root: "profile", namespace: Profile.namespace))
    }
    if let profile { try Self.checkReasons(of: profile) }
    let catalogue = try loadCatalogue(with: profile.map(additions) ?? [])
    return LoadedCatalogue(
      catalogue: catalogue, profile: profile, contract: try PlanContract.builtIn(),
      isOwn: try isOwnCatalogue())
  }

  /// Whether a folder holds the rules of the program, byte for byte: an edition can call itself what it likes. The
  /// examples are no rules.
  private func isOwnCatalogue() throws -> Bool {
    guard let catalogue else { return true }
    func digests(_ files: [Catalogue.File]) -> [String: String] {
      Dictionary(files.lazy.filter { !$0.holdsExamples }.map { ($0.name, $0.text.digest) }) { first, _ in
        first
      }
    }
    return try digests(CatalogueFolder(catalogue).files()) == digests(Self.builtInCatalogue())
  }

  /// What is nobody's word.
  package static func signature() throws(Refusal) -> Signature {
    Signature(try BuiltIn.file("Data/placeholders.tsv"))
  }

  /// A province says why it leaves something out.
  private static func checkReasons(of profile: Profile) throws(Refusal) {
    guard !profile.omissions.isEmpty else { return }
    let signature = try signature()
    for omission in profile.omissions {
      for reason in [omission.reason.vietnamese, omission.reason.english]
      where !signature.isSaid(reason ?? "") {
        throw Refusal(
          source: profile.source, line: omission.line, entry: omission.criterion,
          cause: DecisionFault.placeholder(attribute: "reason", text: reason ?? ""))
      }
    }
  }

  /// The examples that prove the catalogue's criteria.
  package func examples() throws -> [CriterionExample] {
    let files = try catalogue.map { try CatalogueFolder($0).files() } ?? Self.builtInCatalogue()
    return try Catalogue.examples(
      among: files, schema: catalogue == nil ? nil : Self.catalogueSchema())
  }

  /// The wordings and denials of the catalogue alone, for who looks at nothing else.
  package func wordings() throws -> WordingCollection {
    let files =
      try catalogue.map { try CatalogueFolder($0).files() }
      ?? Self.builtInCatalogue { $0.utf8.starts(with: "wordings/".utf8) }
    return try Catalogue.wordings(among: files, schema: catalogue == nil ? nil : Self.catalogueSchema())
  }

  /// What people decided.
  /// - Parameter today: the day after which nobody decided anything yet.
  package func decisions(for catalogue: Catalogue, today: CalendarDate) throws -> HumanDecisions {
    guard answers != nil || waivers != nil else { return .none }
    let (reader, signature) = (SourceReader(), try Self.signature())
    return HumanDecisions(
      answers: try answers.map {
        try Answers(
          reader.read($0),
          schema: Schema(BuiltIn.schema("answers"), root: "answers", namespace: Answers.namespace),
          catalogue: catalogue, signature: signature, today: today)
      } ?? .none,
      waivers: try waivers.map {
        try Waivers(
          reader.read($0),
          schema: Schema(BuiltIn.schema("waivers"), root: "waivers", namespace: Waivers.namespace),
          catalogue: catalogue, signature: signature, today: today)
      } ?? .none)
  }

  /// The schema beside the catalogue.
  package func compiledRules() throws -> SchematronSchema? {
    try rules.map { try SchematronSchema(SourceReader().read($0), path: $0 == "-" ? nil : $0) }
  }

  private func loadCatalogue(with additions: [Catalogue.File]) throws -> Catalogue {
    guard catalogue == nil, additions.isEmpty else {
      let (national, schema) = SideBySide.both {
        Result { try catalogueFiles() }
      } and: {
        Result { try Self.catalogueSchema() }
      }
      return try Catalogue.load(national.get() + additions, schema: schema.get())
    }
    // Validated against catalogue.xsd by the tests of the build that embedded it.
    return try Catalogue.load(catalogueFiles(), schema: nil)
  }

  /// The province's own catalogue files, which stand in the profile's folder.
  private func additions(of profile: Profile) throws -> [Catalogue.File] {
    let folder = (self.profile ?? "").split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return try profile.additions.map { name in
      let path = (folder + [name[...]]).joined(separator: "/")
      return Catalogue.File(name: "profile/\(name)", text: try SourceReader().read(path))
    }
  }
}

/// A catalogue with the contract of the plans that it judges.
package struct LoadedCatalogue: Sendable {
  package let catalogue: Catalogue
  package let profile: Profile?
  package let contract: PlanContract
  /// Whether the catalogue is the one of the program.
  package let isOwn: Bool

  /// The catalogue with the profile applied, and its rules compiled.
  /// - Throws: `Refusal`.
  package func check() throws -> Check {
    try Check(catalogue, profile: profile, vocabulary: contract.vocabulary, isOwn: isOwn)
  }
}
