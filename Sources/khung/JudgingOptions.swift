import ArgumentParser
import Compliance
import MasterPlan
import Phrasing
import Rounds
import Schematron
import Source
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

  @Option(
    help: "An earlier JSON report: gaps that it knows fail no run, and stay gaps.", completion: .file())
  var baseline: String?

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
      let earlier = try baseline.map { try BaselineFile($0) }
      var reports: [GapReport] = []
      var checked = CheckedPlans()
      for input in inputs {
        do throws(Refusal) {
          reports += try judge(input, bench)
        } catch {
          let message = output.language.message(error)
          Tool.complain(output.language.explanation(error))
          checked.refuse(message)
        }
      }
      if let earlier { reports = earlier.applied(to: reports, output.language) }
      for report in reports { checked.add(report, failOn: failOn) }
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

/// The file that `--baseline` names.
private struct BaselineFile {
  private let path: String
  private let digest: String
  private let reports: [SavedReport]

  init(_ path: String) throws(Refusal) {
    let text = try SourceReader().read(path)
    self.path = path
    digest = ContentDigest.sha256(text.stored)
    reports = try SavedReport.read(text)
  }

  /// Each report with what the earlier report on the same plan knew. A plan that has none is named: all its
  /// gaps are new.
  func applied(to checked: [GapReport], _ language: Language) -> [GapReport] {
    let pairs = PlanMarks.pairs(reports.map { PlanMarks($0) }, checked.map { PlanMarks($0) })
    let earlier = Dictionary(pairs.map { ($0.new, $0.old) }) { first, _ in first }
    return checked.enumerated().map { index, report in
      guard let match = earlier[index] else {
        Tool.complain(language.message(noBaselineFor: report.plan.source.name, in: path))
        return report
      }
      var report = report
      report.baseline = reports[match].baseline(digest: digest)
      return report
    }
  }
}

/// The rules of one run, loaded once.
struct Judge {
  private let check: Check
  private let judgement: Judgement
  private let planSchema: TableSchema
  private let stage: Stage?
  private let rules: Validator?
  private let reader = SourceReader()

  init(check: Check, judgement: Judgement, planSchema: TableSchema, stage: Stage?, rules: Validator?) {
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
