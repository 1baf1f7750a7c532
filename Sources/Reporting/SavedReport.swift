import Compliance
import FoundationEssentials
import XML

/// What a saved JSON report says of how it was made, so that it can be judged again.
public struct SavedReport: Sendable {
  /// The plan's file as the report names it.
  public let file: String
  public let digest: String
  public let asOf: AsOf
  /// The stage, if the caller had named one.
  public let stage: String?

  /// Reads one report, or the reports of one call.
  /// - Throws: `Refusal` when the text is no gap report of this format.
  public static func read(_ source: SourceText) throws(Refusal) -> [SavedReport] {
    let data = Data(source.stored)
    let decoder = JSONDecoder()
    let files =
      (try? decoder.decode(Collection.self, from: data))?.reports
      ?? (try? decoder.decode(Report.self, from: data)).map { [$0] }
    let saved = files?.compactMap(SavedReport.init) ?? []
    guard let files, !saved.isEmpty, saved.count == files.count else {
      throw Refusal(source: source.name, cause: .notAReport)
    }
    return saved
  }

  private init?(_ report: Report) {
    guard report.format == JSONReport.format, let date = CalendarDate(report.asOf.date),
      let why = AsOf.Why(rawValue: report.asOf.why)
    else { return nil }
    file = report.plan.file
    digest = report.plan.sha256
    asOf = AsOf(date: date, why: why)
    stage = report.stage.why == "named" ? report.stage.stage : nil
  }

  private struct Collection: Decodable {
    let reports: [Report]
  }

  private struct Report: Decodable {
    struct Plan: Decodable {
      let file: String
      let sha256: String
    }
    struct Day: Decodable {
      let date: String
      let why: String
    }
    struct StageUsed: Decodable {
      let stage: String
      let why: String
    }
    let format: String
    let plan: Plan
    let asOf: Day
    let stage: StageUsed
  }
}
