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
  /// conforming, non-conforming, incomplete or refused.
  package var outcome: String
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
  /// One letter a criterion, in the order of the catalogue; see `VerdictLetter`.
  package var verdicts = ""
  /// One letter a criterion: M mandatory, P presumed, R recommended, D drafting.
  package var forces = ""
  /// One letter a layer: h there, f missing, u unknown.
  package var layers = ""
  /// Whether the rules beside the catalogue, if any, found nothing.
  package var rulesHold = true
  /// Name of the plan's files in the folder of reports, without their ending.
  package var reportName: String?

  package static let refused = "refused"
}

/// Verdicts as single letters, as the journal and the dashboard keep them.
package enum VerdictLetter {
  package static let all: [(letter: Character, verdict: Verdict)] = [
    ("m", .met), ("p", .partial), ("g", .gap), ("u", .unknown), ("x", .notApplicable), ("n", .notAssessed),
    ("w", .waived),
  ]

  static func of(_ verdict: Verdict) -> UInt8 {
    switch verdict {
    case .met: UInt8(ascii: "m")
    case .partial: UInt8(ascii: "p")
    case .gap: UInt8(ascii: "g")
    case .unknown: UInt8(ascii: "u")
    case .notApplicable: UInt8(ascii: "x")
    case .notAssessed: UInt8(ascii: "n")
    case .waived: UInt8(ascii: "w")
    }
  }
}

extension PlanSummary {
  init(_ report: GapReport, reason: String) {
    let plan = report.plan
    name = plan.source.name
    digest = plan.digest
    outcome = report.conformity.outcome.rawValue
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
    verdicts = String(decoding: report.findings.map { VerdictLetter.of($0.verdict) }, as: UTF8.self)
    forces = String(decoding: report.findings.map { Self.letter($0.force) }, as: UTF8.self)
    layers = String(decoding: report.layers.map { Self.letter($0.state) }, as: UTF8.self)
    rulesHold = report.rules?.isValid ?? true
  }

  init(_ refusal: Refusal, digest: String?, message: String) {
    self.init(name: refusal.source, digest: digest, outcome: Self.refused, reason: message)
  }

  private static func letter(_ force: Force) -> UInt8 {
    switch force {
    case .mandatory: UInt8(ascii: "M")
    case .presumed: UInt8(ascii: "P")
    case .recommended: UInt8(ascii: "R")
    case .drafting: UInt8(ascii: "D")
    }
  }

  private static func letter(_ state: PartState) -> UInt8 {
    switch state {
    case .holds: UInt8(ascii: "h")
    case .fails: UInt8(ascii: "f")
    case .unknown, .notAsked: UInt8(ascii: "u")
    }
  }

  package var isRefused: Bool { outcome == Self.refused }

  package var hasGap: Bool { verdicts.utf8.contains { $0 == UInt8(ascii: "g") || $0 == UInt8(ascii: "p") } }

  /// How many criteria have the verdict.
  func count(of verdict: Verdict) -> Int {
    let letter = VerdictLetter.of(verdict)
    return verdicts.utf8.count { $0 == letter }
  }

  /// How many mandatory criteria are not met.
  var mandatoryGaps: Int {
    zip(verdicts.utf8, forces.utf8).count {
      $1 == UInt8(ascii: "M") && ($0 == UInt8(ascii: "g") || $0 == UInt8(ascii: "p"))
    }
  }
}

/// One plan of a review: its summary and its gap report as a line of NDJSON.
package struct ReviewRow: Sendable {
  package let summary: PlanSummary
  /// UTF-8 without the line break; empty where the journal holds it already.
  package let line: [UInt8]
  /// The row of the journal from which it was taken over.
  package let journalled: Int64?
}
