import Compliance
import MasterPlan
import Phrasing
import Reporting
import Schematron
import Source
import SystemPackage
import XML

/// The rules of one review: a pure function from a plan to its row, shared by all workers.
package struct Reviewer: Sendable {
  private let check: Check
  private let judgement: Judgement
  private let planSchema: TableSchema
  private let stage: Stage?
  private let rules: SchematronSchema?
  private let namedDay: CalendarDate?
  private let today: CalendarDate
  private let phrasing: Phrasing
  private let json: JSONReport
  private let reader: SourceReader
  private let clock: CriterionClock?

  /// - Parameters:
  ///   - namedDay: the day whose law counts for every plan; else each plan's own (see `AsOf`).
  ///   - today: the day of the review; the only clock that a row sees.
  package init(
    check: Check, judgement: Judgement, planSchema: TableSchema, stage: Stage?, rules: SchematronSchema?,
    namedDay: CalendarDate?, today: CalendarDate, phrasing: Phrasing, clock: CriterionClock? = nil,
    limits: ReviewLimits = ReviewLimits()
  ) {
    self.clock = clock
    self.check = check
    self.judgement = judgement
    self.planSchema = planSchema
    self.stage = stage
    self.rules = rules
    self.namedDay = namedDay
    self.today = today
    self.phrasing = phrasing
    json = JSONReport(phrasing).forManyLines()
    reader = SourceReader(limits: limits.plan)
  }

  /// What the rows depend on besides the plans: a change in any of it makes every earlier row void.
  package var options: [(name: String, value: String)] {
    [
      ("program", Program.version), ("language", phrasing.language.rawValue),
      ("catalogue", check.catalogue.digest), ("profile", check.profile?.digest ?? ""),
      ("stage", stage?.rawValue ?? ""), ("as-of", namedDay?.description ?? ""),
      ("today", namedDay == nil ? today.description : ""),
      ("answers", judgement.answers.digest ?? ""), ("waivers", judgement.waivers.digest ?? ""),
      ("rules", rules.map { ContentDigest.sha256($0.source.stored) } ?? ""),
    ]
  }

  /// Reads an input within its limits.
  func content(of input: PlanInput) throws(Refusal) -> (name: String, stored: [UInt8]) {
    switch input {
    case .file(let path):
      let name = path.shown
      return (name, try reader.bytes(of: path, name: name))
    case .content(let name, let stored): return (name, stored)
    case .refused(let refusal): throw refusal
    }
  }

  /// Judges the bytes of one plan.
  /// - Parameter also: what else to make of the report, such as files in other formats.
  func row(
    name: String, stored: [UInt8], digest: String? = nil, also: (GapReport, inout PlanSummary) throws -> Void
  ) rethrows -> ReviewRow {
    let report: GapReport
    do throws(Refusal) {
      report = try self.report(on: SourceText(name: name, stored: stored))
    } catch {
      return refused(error, digest: digest ?? ContentDigest.sha256(stored))
    }
    var summary = PlanSummary(report, reason: phrasing.reason(of: report.conformity))
    try also(report, &summary)
    return ReviewRow(summary: summary, line: json.line(report), journalled: nil)
  }

  func refused(_ refusal: Refusal, digest: String?) -> ReviewRow {
    ReviewRow(
      summary: PlanSummary(refusal, digest: digest, message: phrasing.language.message(refusal)),
      line: json.line(refusal, digest: digest), journalled: nil)
  }

  private func report(on source: SourceText) throws(Refusal) -> GapReport {
    let plan = try MasterPlan.read(source, schema: planSchema)
    let result: ValidationResult? =
      if let rules { try Validator(rules).validate(Document(source), path: source.name) } else { nil }
    return check.report(
      on: plan, asOf: AsOf(for: plan, named: namedDay, today: today), stage: stage, judgement: judgement,
      rules: result, clock: clock)
  }
}
