import Compliance
import FoundationEssentials
import Languages
import MasterPlan
import Reporting
import Source

/// What a saved JSON report says: how it was made, so that it can be judged again, and what it found, so
/// that a later round can be held against it.
package struct SavedReport: Sendable {
  /// The file that it was read from.
  package let source: String
  package let language: Language
  /// The plan's file as the report names it.
  package let file: String
  /// SHA-256 of the plan.
  package let digest: String
  package let title: String
  package let number: String?
  package let city: String
  /// The level of the city; reports of early versions do not say it.
  package let level: String?
  /// The day on which the plan was approved, which transition rules look at; nil for a draft.
  package let approved: CalendarDate?
  package let asOf: AsOf
  /// The stage whose criteria bound, and whether the caller had named it.
  package let stage: Stage
  package let isStageNamed: Bool
  package let edition: String
  package let catalogueDigest: String
  package let profileDigest: String?
  package let outcome: Conformity.Outcome
  /// Whether it is as the program wrote it. A report without a seal is older, or somebody put it together.
  package let isSealed: Bool
  package internal(set) var findings: [SavedFinding]
  /// Nil where no rules beside the catalogue ran.
  package let ruleFailures: [SavedRuleFailure]?

  /// Reads one report, or the reports of one call.
  /// - Throws: `Refusal` when the text is no gap report of this format.
  package static func read(_ source: SourceText) throws(Refusal) -> [SavedReport] {
    let data = Data(source.stored)
    let decoder = JSONDecoder()
    let files =
      (try? decoder.decode(SavedReportFile.Collection.self, from: data))?.reports
      ?? (try? decoder.decode(SavedReportFile.self, from: data)).map { [$0] }
    let saved = files?.compactMap { SavedReport($0, source: source.name) } ?? []
    guard let files, !saved.isEmpty, saved.count == files.count else {
      throw Refusal(source: source.name, cause: ReportFault.notAReport)
    }
    return saved
  }

  /// Reads one row of `reports.ndjson`.
  /// - Throws: `Refusal` when it is no gap report of this format.
  package static func row(_ bytes: [UInt8], source: String) throws(Refusal) -> SavedReport {
    guard let file = try? JSONDecoder().decode(SavedReportFile.self, from: Data(bytes)),
      let report = SavedReport(file, source: source)
    else { throw Refusal(source: source, cause: ReportFault.notAReport) }
    return report
  }

  /// The report without what it found.
  var withoutFindings: SavedReport {
    var report = self
    report.findings = []
    return report
  }

  /// Whether the text is JSON, but of another kind than a gap report, such as an export for other tools.
  package static func isForeign(_ source: SourceText) -> Bool {
    let data = Data(source.stored)
    guard let kind = try? JSONDecoder().decode(SavedReportFile.Kind.self, from: data) else { return false }
    return kind.format != JSONReport.format
  }

  /// What was found, for another edition of the catalogue to be held against.
  package var verdicts: [RecordedVerdict] {
    findings.map { finding in
      RecordedVerdict(
        criterion: finding.criterion, verdict: finding.standing.verdict,
        parts: Dictionary(finding.parts.map { ($0.key, $0.state) }) { first, _ in first })
    }
  }

  /// What a baseline keeps of the report.
  /// - Parameter digest: SHA-256 of the file that holds it.
  package func baseline(digest: String) -> Baseline {
    Baseline(
      digest: digest, isSealed: isSealed,
      standings: Dictionary(findings.map { ($0.criterion, $0.standing) }) { first, _ in first },
      ruleFailures: (ruleFailures ?? []).map(\.failure))
  }
}

/// What a saved report says of one criterion, in the words of its language.
package struct SavedFinding: Sendable {
  package let criterion: String
  package let title: String
  package let standing: Standing
  package let reason: String
  /// The bases in force, in words.
  package let bases: [String]
  package let parts: [Part]
  package let line: Int?
  package let section: String?
  package let advice: String?

  package struct Part: Sendable {
    package let key: String
    package let name: String
    package let state: PartState
    package let reason: String
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
package struct SavedRuleFailure: Sendable {
  package let failure: RuleFailure
  package let message: String
}
