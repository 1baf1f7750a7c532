import ArgumentParser
import Catalogue
import Compliance
import Editing
import Glibc
import Judging
import MasterPlan
import Phrasing
import Rounds
import Source
import XML

/// `khung catalogue diff`: what changed between two editions, and whose verdicts change with it.
struct CatalogueDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two catalogues, entry by entry and verdict by verdict.",
    discussion: """
      The examples of both catalogues are held against both. --against names plans (XML), saved JSON reports \
      or folders of them; a report is judged from what it recorded, without its plan, and says where the plan \
      must be checked again. Exit status 1 when a criterion means something else or a verdict changes.
      """)

  @Argument(help: "The folder of the earlier catalogue, or - for the built-in one.", completion: .directory)
  var old: String

  @Argument(help: "The folder of the later catalogue, or - for the built-in one.", completion: .directory)
  var new: String

  @Option(parsing: .upToNextOption, help: "Plans, saved reports or folders of them.", completion: .file())
  var against: [String] = []

  @Option(name: .customLong("as-of"), help: "The day for plans (YYYY-MM-DD).", transform: Day.read)
  var asOf: CalendarDate?

  @Option(help: "Format: text or json.")
  var format: ListCommand.Format = .text

  @Option(name: .customLong("lang"), help: "Language: vi or en.")
  var language: Language = .vietnamese

  private struct Edition {
    let files: [Catalogue.File]
    let check: Check
    let examples: [CriterionExample]
  }

  func run() throws {
    let status = try Tool.guarded(language) {
      let contract = try PlanContract.builtIn()
      let (planSchema, vocabulary) = (contract.schema, contract.vocabulary)
      let (before, after) = try (edition(old, vocabulary), edition(new, vocabulary))
      let difference = try CatalogueDifference(
        from: before.files, before.check.catalogue, to: after.files, after.check.catalogue)
      let comparison = CatalogueComparison(
        from: before.check, to: after.check, difference, planSchema: planSchema)
      var effects = [comparison.effect(on: after.examples)]
      for path in try files(against) { effects += try self.effects(on: path, comparison, planSchema) }
      let renderer = CatalogueDifferenceText(language)
      try Output.toStandardOutput(
        format == .json ? renderer.json(difference, effects) : renderer.text(difference, effects))
      let isHarmless =
        !difference.entries.contains(where: \.changesMeaning) && effects.allSatisfy(\.changes.isEmpty)
      return isHarmless ? .conforming : .gaps
    }
    throw ExitCode(status.exitStatus)
  }

  private func edition(_ folder: String, _ vocabulary: PlanVocabulary) throws -> Edition {
    let schema = try RuleBookSources.catalogueSchema()
    let files = folder == "-" ? try RuleBookSources.builtInCatalogue() : try CatalogueFolder(folder).files()
    return Edition(
      files: files, check: try Check(Catalogue.load(files, schema: schema), vocabulary: vocabulary),
      examples: try Catalogue.examples(among: files, schema: schema))
  }

  /// Plans and reports, those of folders too, in the order of their names.
  private func files(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path -> [String] in
      var status = stat()
      guard stat(path, &status) == 0 else { throw Refusal(source: path, cause: InputFault.missing) }
      guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
      return try FolderListing(path, holding: "", atMost: 100_000, otherwise: ReportFault.noReports).names()
        .map {
          path + "/" + $0
        }
        .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }
    }
  }

  private func effects(
    on path: String, _ comparison: CatalogueComparison, _ planSchema: TableSchema
  ) throws -> [CatalogueEffect] {
    let source = try SourceReader().read(path)
    if path.hasSuffix(".json") {
      return try SavedReport.read(source).map {
        comparison.effect(on: $0.verdicts, of: path, asOf: $0.asOf.date, approved: $0.approved)
      }
    }
    let plan = try MasterPlan.read(source, schema: planSchema)
    return [comparison.effect(on: plan, asOf: AsOf(for: plan, named: asOf, today: Tool.today))]
  }
}
