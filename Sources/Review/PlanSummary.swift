import Catalogue
import Compliance
import Source

/// What the tables of a review say of one plan: enough for the summary, the dashboard and the roll-up, and
/// small enough to keep for thousands.
package struct PlanSummary: Sendable, Equatable {
  /// The input as reports name it.
  package var name: String
  /// SHA-256 of its bytes; nil where they could not be read.
  package var digest: String?
  package var outcome: PlanOutcome
  /// Why, in the language of the review; for a refused input the line that says what to do.
  package var reason: String
  package var title = ""
  package var number: String?
  package var city = ""
  package var province: String?
  package var level: String?
  package var region: String?
  package var urbanClass: String?
  package var kind: String?
  package var stage: String?
  /// Decision date of an approved plan, else the date of the file.
  package var date: String?
  package var firstYear: Int?
  package var lastYear: Int?
  package var asOf: String?
  /// One a criterion, in the order of the catalogue.
  package var verdicts = VerdictRow()
  /// One a criterion.
  package var forces = LetterRow<Force>()
  /// One a layer, in the order of reports.
  package var layers = LetterRow<PartState>()
  /// Whether the rules beside the catalogue, if any, found nothing.
  package var rulesHold = true
  /// Name of the plan's files in the folder of reports, without their ending.
  package var reportName: String?
}

/// What became of one input of a review.
package enum PlanOutcome: Sendable, Equatable {
  case judged(Conformity.Outcome)
  case refused

  /// As journals and tables write it.
  package var name: String {
    switch self {
    case .judged(let outcome): outcome.rawValue
    case .refused: "refused"
    }
  }

  /// What a journal says that nobody knows is no plan that was judged.
  init(name: String) {
    self = Conformity.Outcome(rawValue: name).map { .judged($0) } ?? .refused
  }
}

extension PlanSummary {
  init(_ report: GapReport, reason: String) {
    let plan = report.plan
    name = plan.source.name
    digest = plan.digest
    outcome = .judged(report.conformity.outcome)
    self.reason = reason
    title = plan.identity.title
    number = plan.identity.number
    city = plan.city.name
    province = plan.city.province
    level = plan.city.level
    region = plan.city.region
    urbanClass = plan.city.urbanClass
    kind = plan.identity.kind
    stage = plan.identity.stage.rawValue
    date = plan.identity.date?.description
    firstYear = plan.identity.years?.lowerBound
    lastYear = plan.identity.years?.upperBound
    asOf = report.asOf.date.description
    verdicts = LetterRow(report.findings.map(\.verdict))
    forces = LetterRow(report.findings.map(\.force))
    layers = LetterRow(report.layers.map(\.state))
    rulesHold = report.rules?.isValid ?? true
  }

  init(_ refusal: Refusal, digest: String?, message: String) {
    self.init(name: refusal.source, digest: digest, outcome: .refused, reason: message)
  }

  package var isRefused: Bool { outcome == .refused }

  package var hasGap: Bool { verdicts.contains { $0?.isGap ?? false } }

  /// How many criteria have the verdict.
  func count(of verdict: Verdict) -> Int { verdicts.count { $0 == verdict } }

  /// How many mandatory criteria could not be judged.
  var mandatoryUnjudged: Int {
    zip(verdicts, forces).count { verdict, force in
      force == .mandatory && (verdict == .unknown || verdict == .notAssessed)
    }
  }

  /// How many mandatory criteria are not met.
  var mandatoryGaps: Int {
    zip(verdicts, forces).count { verdict, force in force == .mandatory && verdict?.isGap ?? false }
  }
}

/// One plan of a review: its summary and its gap report as a line of NDJSON.
package struct ReviewRow: Sendable {
  package let summary: PlanSummary
  /// UTF-8 without the line break; empty where the journal holds it already.
  package let line: [UInt8]
  /// The row of the journal from which it was taken over.
  package let journalled: Int64?
  /// The files that were written of it, by their names in the folder of the review, with their digests.
  package var files: [(name: String, digest: String)] = []

  package init(
    summary: PlanSummary, line: [UInt8], journalled: Int64?, files: [(name: String, digest: String)] = []
  ) {
    self.summary = summary
    self.line = line
    self.journalled = journalled
    self.files = files
  }
}
