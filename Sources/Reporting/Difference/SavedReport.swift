import Catalogue
import Compliance
import FoundationEssentials
import MasterPlan
import XML

/// What a saved JSON report says: how it was made, so that it can be judged again, and what it found, so
/// that a later round can be held against it.
public struct SavedReport: Sendable {
  /// The file that it was read from.
  public let source: String
  public let language: Language
  /// The plan's file as the report names it.
  public let file: String
  /// SHA-256 of the plan.
  public let digest: String
  public let title: String
  public let number: String?
  public let city: String
  /// The day on which the plan was approved, which transition rules look at; nil for a draft.
  public let approved: CalendarDate?
  public let asOf: AsOf
  /// The stage whose criteria bound, and whether the caller had named it.
  public let stage: Stage
  public let isStageNamed: Bool
  public let edition: String
  public let catalogueDigest: String
  public let profileDigest: String?
  public let outcome: Conformity.Outcome
  public internal(set) var findings: [SavedFinding]
  /// Nil where no rules beside the catalogue ran.
  public let ruleFailures: [SavedRuleFailure]?

  /// Reads one report, or the reports of one call.
  /// - Throws: `Refusal` when the text is no gap report of this format.
  public static func read(_ source: SourceText) throws(Refusal) -> [SavedReport] {
    let data = Data(source.stored)
    let decoder = JSONDecoder()
    let files =
      (try? decoder.decode(SavedReportFile.Collection.self, from: data))?.reports
      ?? (try? decoder.decode(SavedReportFile.self, from: data)).map { [$0] }
    let saved = files?.compactMap { SavedReport($0, source: source.name) } ?? []
    guard let files, !saved.isEmpty, saved.count == files.count else {
      throw Refusal(source: source.name, cause: .notAReport)
    }
    return saved
  }

  /// Reads one row of `reports.ndjson`.
  /// - Throws: `Refusal` when it is no gap report of this format.
  package static func row(_ bytes: [UInt8], source: String) throws(Refusal) -> SavedReport {
    guard let file = try? JSONDecoder().decode(SavedReportFile.self, from: Data(bytes)),
      let report = SavedReport(file, source: source)
    else { throw Refusal(source: source, cause: .notAReport) }
    return report
  }

  /// The report without what it found.
  var withoutFindings: SavedReport {
    var report = self
    report.findings = []
    return report
  }

  /// Whether the text is JSON, but of another kind than a gap report, such as an export for other tools.
  public static func isForeign(_ source: SourceText) -> Bool {
    let data = Data(source.stored)
    guard let kind = try? JSONDecoder().decode(SavedReportFile.Kind.self, from: data) else { return false }
    return kind.format != JSONReport.format
  }

  /// What was found, for another edition of the catalogue to be held against.
  public var verdicts: [RecordedVerdict] {
    findings.map { finding in
      RecordedVerdict(
        criterion: finding.criterion, verdict: finding.standing.verdict,
        parts: Dictionary(finding.parts.map { ($0.key, $0.state) }) { first, _ in first })
    }
  }

  /// What a baseline keeps of the report.
  /// - Parameter digest: SHA-256 of the file that holds it.
  public func baseline(digest: String) -> Baseline {
    Baseline(
      digest: digest,
      standings: Dictionary(findings.map { ($0.criterion, $0.standing) }) { first, _ in first },
      ruleFailures: (ruleFailures ?? []).map(\.failure))
  }
}

/// What a saved report says of one criterion, in the words of its language.
public struct SavedFinding: Sendable {
  public let criterion: String
  public let title: String
  public let standing: Standing
  public let reason: String
  /// The bases in force, in words.
  public let bases: [String]
  public let parts: [Part]
  public let line: Int?
  public let section: String?
  public let advice: String?

  public struct Part: Sendable {
    public let key: String
    public let name: String
    public let state: PartState
    public let reason: String
  }

  /// The finding without its sentences.
  var withoutWords: SavedFinding {
    SavedFinding(
      criterion: criterion, title: title, standing: standing, reason: "", bases: [],
      parts: parts.filter { $0.state == .fails }.map {
        Part(key: $0.key, name: $0.name, state: $0.state, reason: "")
      }, line: nil, section: nil, advice: nil)
  }
}

/// A failure of rules beside the catalogue.
public struct SavedRuleFailure: Sendable {
  public let failure: RuleFailure
  public let message: String
}
