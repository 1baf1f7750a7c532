import ArgumentParser
import Compliance
import Judging
import MasterPlan
import Source

/// What judges a plan besides the catalogue: the stage, what people decided, a schema of rules.
struct JudgementOptions: ParsableArguments {
  @Option(help: Phrase("command-line.stage").help)
  var stage: Stage?

  @Option(help: Phrase("command-line.waivers").help, completion: .file())
  var waivers: String?

  @Option(help: Phrase("command-line.answers").help, completion: .file())
  var answers: String?

  @Option(
    help: Phrase("command-line.rules").help, completion: .file(extensions: ["sch"]))
  var rules: String?

  /// The rules of a run.
  func ruleBook(
    _ catalogue: CatalogueOptions, day: RuleBook.DayPolicy, call: HumanDecisions.Call = .manyPlans
  ) throws -> RuleBook {
    var sources = catalogue.sources
    sources.answers = answers
    sources.waivers = waivers
    sources.rules = rules
    return try RuleBook(sources, stage: stage, day: day, call: call)
  }
}

extension Stage: ExpressibleByArgument {}
extension FailOn: ExpressibleByArgument {}
