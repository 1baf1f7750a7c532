import ArgumentParser
import Judging
import MasterPlan

/// What judges a plan besides the catalogue: the stage, what people decided, a schema of rules.
struct JudgementOptions: ParsableArguments {
  @Option(help: "The stage whose criteria bind; else the plan's own.")
  var stage: Stage?

  @Option(help: "Waivers (waivers.xsd).", completion: .file())
  var waivers: String?

  @Option(help: "A reviewer's answers to what only a person can judge (answers.xsd).", completion: .file())
  var answers: String?

  @Option(
    help: "An ISO Schematron schema to run beside the catalogue.", completion: .file(extensions: ["sch"]))
  var rules: String?

  /// The rules of a run.
  func ruleBook(_ catalogue: CatalogueOptions, day: RuleBook.DayPolicy) throws -> RuleBook {
    var sources = catalogue.sources
    sources.answers = answers
    sources.waivers = waivers
    sources.rules = rules
    return try RuleBook(sources, stage: stage, day: day)
  }
}

extension Stage: ExpressibleByArgument {}
extension FailOn: ExpressibleByArgument {}
