import Catalogue
import Compliance
import FoundationEssentials
import Languages
import MasterPlan
import Reporting
import Source

/// The members of a JSON report that are read again. Names are those of `gap-report.schema.json`.
struct SavedReportFile: Decodable {
  struct Collection: Decodable { let reports: [SavedReportFile] }
  struct Kind: Decodable { let format: String? }
  struct Plan: Decodable {
    let file: String
    let sha256: String
    let title: String
    let number: String?
    let date: String?
    let stage: String
    let city: String
    let level: String?
  }
  struct Edition: Decodable {
    let edition: String
    let sha256: String
  }
  struct Profile: Decodable { let sha256: String }
  struct Day: Decodable {
    let date: String
    let why: String
  }
  struct StageUsed: Decodable {
    let stage: String
    let why: String
  }
  struct Conclusion: Decodable { let outcome: String }
  struct Finding: Decodable {
    struct Basis: Decodable {
      let inForce: Bool
      let text: String
    }
    struct Part: Decodable {
      let key: String
      let name: String
      let state: String
      let reason: String
      let faults: [String]
    }
    struct Place: Decodable {
      let section: String
      let line: Int
    }
    struct Remedy: Decodable { let advice: String }
    let criterion: String
    let title: String
    let force: String
    let verdict: String
    let reason: String
    let bases: [Basis]
    let parts: [Part]
    let evidence: [Place]
    let remedy: Remedy?
  }
  struct Rules: Decodable {
    struct Failure: Decodable {
      let id: String?
      let test: String
      let message: String
    }
    let firedRules: Int
    let failures: [Failure]
  }

  let format: String
  let language: String
  let plan: Plan
  let catalogue: Edition
  let profile: Profile?
  let asOf: Day
  let stage: StageUsed
  let conformity: Conclusion
  let findings: [Finding]
  let rules: Rules?
  let seal: String?
}

extension SavedReport {
  /// Nil where a value is none of its list: a report of another program or a damaged one.
  init?(_ file: SavedReportFile, source: String) {
    let findings = file.findings.compactMap(SavedFinding.init)
    guard file.format == JSONReport.format, let language = Language(rawValue: file.language),
      let date = CalendarDate(file.asOf.date), let why = AsOf.Why(rawValue: file.asOf.why),
      let stage = Stage(rawValue: file.stage.stage),
      let outcome = Conformity.Outcome(rawValue: file.conformity.outcome), !findings.isEmpty,
      findings.count == file.findings.count
    else { return nil }
    self.source = source
    self.language = language
    self.file = file.plan.file
    digest = file.plan.sha256
    title = file.plan.title
    number = file.plan.number
    city = file.plan.city
    level = file.plan.level
    approved = file.plan.stage == Stage.approved.rawValue ? file.plan.date.flatMap { CalendarDate($0) } : nil
    asOf = AsOf(date: date, why: why)
    self.stage = stage
    isStageNamed = file.stage.why == "named"
    edition = file.catalogue.edition
    catalogueDigest = file.catalogue.sha256
    profileDigest = file.profile?.sha256
    self.outcome = outcome
    self.findings = findings
    isSealed =
      file.seal
      == ReportSeal.of(
        plan: digest, catalogue: catalogueDigest, asOf: date, outcome: outcome,
        lines: findings.map { ReportSeal.line(of: $0.criterion, $0.standing) },
        failures: file.rules?.failures.count ?? 0)
    ruleFailures = file.rules.flatMap { $0.firedRules > 0 ? $0.failures.map(SavedRuleFailure.init) : nil }
  }
}

extension SavedFinding {
  fileprivate init?(_ finding: SavedReportFile.Finding) {
    guard let verdict = Verdict(rawValue: finding.verdict), let force = Force(rawValue: finding.force) else {
      return nil
    }
    criterion = finding.criterion
    title = finding.title
    reason = finding.reason
    bases = finding.bases.filter(\.inForce).map(\.text)
    let parts = finding.parts.compactMap { part in
      PartState(rawValue: part.state).map {
        Part(key: part.currentKey, name: part.name, state: $0, reason: part.reason)
      }
    }
    guard parts.count == finding.parts.count else { return nil }
    self.parts = parts
    line = finding.evidence.first?.line
    section = finding.evidence.first?.section
    advice = finding.remedy?.advice
    let faults = finding.parts.filter { $0.state == PartState.fails.rawValue }.flatMap { part in
      [Standing.Fault(part: part.currentKey, detail: nil)]
        + part.faults.map { Standing.Fault(part: part.currentKey, detail: $0) }
    }
    standing = Standing(verdict: verdict, force: force, faults: Set(faults))
  }
}

extension SavedReportFile.Finding.Part {
  /// The key as it is given today. A layer of `covers-layers` once went by a component without a type, which no
  /// catalogue can ask for: `types` is required and comes first.
  fileprivate var currentKey: String {
    let old = "<has-component layer="
    guard key.utf8.starts(with: old.utf8) else { return key }
    return "<has-layer layer=" + String(Substring(key.utf8.dropFirst(old.utf8.count)))
  }
}

extension SavedRuleFailure {
  fileprivate init(_ failure: SavedReportFile.Rules.Failure) {
    self.init(
      failure: RuleFailure(rule: failure.id ?? failure.test, message: failure.message),
      message: failure.message)
  }
}
