import Compliance
import Intake
import Judging
import Phrasing
import Reporting
import Source
import SystemPackage
import Workers

/// A pure function from a plan to its row, shared by all workers.
package struct Reviewer: Sendable {
  private let judge: Judge
  private let phrasing: Phrasing
  private let json: JSONReport
  private let reader: SourceReader
  /// Made when the first document comes: plans need none.
  private let intake: FirstUse<Result<Intake, any Error>>

  package init(_ judge: Judge, phrasing: Phrasing, limits: Limits = Limits()) {
    self.judge = judge
    self.phrasing = phrasing
    json = JSONReport(phrasing).forManyLines()
    reader = SourceReader(limits: limits)
    intake = FirstUse {
      Result { try Intake(judge.rules.catalogue, vocabulary: judge.rules.contract.vocabulary) }
    }
  }

  /// What the rows depend on besides the plans: a change in any of it makes every earlier row void.
  package var options: [(name: String, value: String)] {
    judge.rules.identity + [("language", phrasing.language.rawValue)]
  }

  /// What may come to fit no plan of the run.
  var strays: Strays { Strays(judge.rules.decisions, profile: judge.rules.check.profile) }

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
  /// - Parameters:
  ///   - digest: that of the bytes, where it is known already.
  ///   - also: what else to make of the report, such as files in other formats, which it names.
  func row(
    name: String, stored: [UInt8], digest: String? = nil,
    also: (GapReport, inout PlanSummary) throws -> [(name: String, digest: String)]
  ) rethrows -> ReviewRow {
    let report: GapReport
    do throws(Refusal) {
      report = try judge.report(on: Intake.plan(stored, named: name, digest: digest, by: intake))
    } catch {
      return refused(error, digest: digest ?? ContentDigest.sha256(stored))
    }
    var summary = PlanSummary(report, reason: phrasing.reason(of: report.conformity))
    let files = try also(report, &summary)
    return ReviewRow(summary: summary, line: json.line(report), journalled: nil, files: files)
  }

  func refused(_ refusal: Refusal, digest: String?) -> ReviewRow {
    ReviewRow(
      summary: PlanSummary(refusal, digest: digest, message: phrasing.language.message(refusal)),
      line: json.line(refusal, digest: digest), journalled: nil)
  }
}
