import ArgumentParser
import Catalogue
import Compliance
import MasterPlan
import Reporting
import Schematron
import XML

/// What `check` and `rejudge` have in common: the rules, the decisions of people, and the output.
struct JudgingOptions: ParsableArguments {
  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The stage whose criteria bind; else the plan's own.")
  var stage: Stage?

  @OptionGroup var judgement: JudgementOptions

  @Option(
    help: "An ISO Schematron schema to run beside the catalogue.", completion: .file(extensions: ["sch"]))
  var rules: String?

  @OptionGroup var output: OutputOptions

  @Option(help: "Which gaps give exit status 1.")
  var failOn: FailOn = .mandatory

  /// Judges each input and writes all reports. A refused input never stops the others.
  /// - Parameter judge: the reports on one input.
  func run(
    over inputs: [String], judge: (_ input: String, _ judge: Judge) throws(Refusal) -> [GapReport]
  ) throws {
    if let file = output.output, let input = inputs.first(where: { Output.isSame($0, file) }) {
      throw ValidationError("--output names the input '\(input)', which it would overwrite.")
    }
    let status = try Tool.guarded(output.language) {
      let loaded = try catalogue.load()
      let check = try Check(loaded.catalogue, profile: loaded.profile, vocabulary: loaded.vocabulary)
      let bench = Judge(
        check: check, judgement: try judgement.load(for: check.catalogue), planSchema: loaded.planSchema,
        stage: stage, rules: try loadRules())
      var checked = CheckedPlans()
      for input in inputs {
        do throws(Refusal) {
          for report in try judge(input, bench) { checked.add(report, failOn: failOn) }
        } catch {
          let message = output.language.message(error)
          Tool.complain(output.language.explanation(error))
          checked.refuse(message)
        }
      }
      try output.write(checked, loaded)
      return checked.status
    }
    throw ExitCode(status.rawValue)
  }

  private func loadRules() throws -> Validator? {
    try rules.map { path in
      try Validator(SchematronSchema(SourceReader().read(path), path: path == "-" ? nil : path))
    }
  }
}

/// The rules of one run, loaded once.
struct Judge {
  private let check: Check
  private let judgement: Judgement
  private let planSchema: Schema
  private let stage: Stage?
  private let rules: Validator?
  private let reader = SourceReader()

  init(check: Check, judgement: Judgement, planSchema: Schema, stage: Stage?, rules: Validator?) {
    self.rules = rules
    self.check = check
    self.judgement = judgement
    self.planSchema = planSchema
    self.stage = stage
  }

  func read(_ path: String) throws(Refusal) -> SourceText { try reader.read(path) }

  func plan(_ path: String) throws(Refusal) -> MasterPlan {
    try MasterPlan.read(reader.read(path), schema: planSchema)
  }

  /// - Parameter savedStage: the stage of a saved report, unless the call names one.
  func report(on plan: MasterPlan, asOf: AsOf, savedStage: Stage? = nil) throws(Refusal) -> GapReport {
    let result: ValidationResult? =
      if let rules { try rules.validate(Document(plan.source), path: plan.source.name) } else { nil }
    return check.report(
      on: plan, asOf: asOf, stage: stage ?? savedStage, judgement: judgement, rules: result)
  }
}
