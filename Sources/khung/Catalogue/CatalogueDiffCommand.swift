import ArgumentParser
import Catalogue
import Compliance
import Editing
import Judging
import Languages
import MasterPlan
import Rounds
import Source
import Writing
import XML

/// `khung catalogue diff`: what changed between two editions, and whose verdicts change with it.
struct CatalogueDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: Phrase("command-line.catalogue-diff").said,
    discussion: Phrase("command-line.catalogue-diff-details").said)

  @Argument(help: Phrase("command-line.catalogue-diff-old").help, completion: .directory)
  var old: String

  @Argument(help: Phrase("command-line.catalogue-diff-new").help, completion: .directory)
  var new: String

  @Option(
    parsing: .upToNextOption, help: Phrase("command-line.catalogue-diff-against").help, completion: .file())
  var against: [String] = []

  @Option(name: .customLong("as-of"), help: Phrase("command-line.day-for-plans").help, transform: Day.read)
  var asOf: CalendarDate?

  @Option(help: Phrase("command-line.format-text-json").help)
  var format: ListCommand.Format = .text

  @Option(name: .customLong("lang"), help: Phrase("command-line.language").help)
  var language: Language = Speech.ofReports

  private struct Edition {
    let files: [Catalogue.File]
    let check: Check
    let examples: [CriterionExample]
  }

  func run() throws {
    let status = try Tool.guarded {
      let contract = try PlanContract.builtIn()
      let (planSchema, vocabulary) = (contract.schema, contract.vocabulary)
      let schema = try RuleBookSources.catalogueSchema()
      let (before, after) = try (edition(old, schema, vocabulary), edition(new, schema, vocabulary))
      let difference = try CatalogueDifference(
        from: before.files, before.check.catalogue, to: after.files, after.check.catalogue)
      let comparison = CatalogueComparison(
        from: before.check, to: after.check, difference, planSchema: planSchema)
      let files = try EffectOnFiles(
        against, comparison, schema: planSchema, named: asOf, today: after.check.catalogue.edition.date)
      let effects = [comparison.effect(on: after.examples)] + files.effects
      for refusal in files.passedOver { Tool.complain(Speech.language.passedOver(refusal)) }
      let renderer = CatalogueDifferenceText(language)
      try Output.toStandardOutput(
        format == .json ? renderer.json(difference, effects) : renderer.text(difference, effects))
      if !against.isEmpty, files.effects.isEmpty || files.hasBrokenPlans { return .incomplete }
      let isHarmless =
        !difference.entries.contains(where: \.changesMeaning) && effects.allSatisfy(\.changes.isEmpty)
      return isHarmless ? .conforming : .gaps
    }
    throw ExitCode(status.exitStatus)
  }

  private func edition(
    _ folder: String, _ schema: Schema, _ vocabulary: PlanVocabulary
  ) throws -> Edition {
    let files = folder == "-" ? try RuleBookSources.builtInCatalogue() : try CatalogueFolder(folder).files()
    return Edition(
      files: files, check: try Check(Catalogue.load(files, schema: schema), vocabulary: vocabulary),
      examples: try Catalogue.examples(among: files, schema: schema))
  }
}
