import Catalogue
import Compliance
import MasterPlan
import XML

/// What the tables of a review say of one plan: enough for the summary, the dashboard and the roll-up, and
/// small enough to keep for thousands.
public struct PlanSummary: Sendable, Equatable {
  /// The input as reports name it.
  public var name: String
  /// SHA-256 of its bytes; nil where they could not be read.
  public var digest: String?
  /// conforming, non-conforming, incomplete or refused.
  public var outcome: String
  /// Why, in the language of the review; for a refused input the line that says what to do.
  public var reason: String
  public var title = ""
  public var number: String?
  public var city = ""
  public var province: String?
  public var level: String?
  public var region: String?
  public var urbanClass: String?
  public var kind: String?
  public var stage: String?
  /// Decision date of an approved plan, else the date of the file.
  public var date: String?
  public var firstYear: Int?
  public var lastYear: Int?
  public var asOf: String?
  /// One letter a criterion, in the order of the catalogue; see `VerdictLetter`.
  public var verdicts = ""
  /// One letter a criterion: M mandatory, P presumed, R recommended, D drafting.
  public var forces = ""
  /// One letter a layer: h there, f missing, u unknown.
  public var layers = ""
  /// Whether the rules beside the catalogue, if any, found nothing.
  public var rulesHold = true
  /// Name of the plan's files in the folder of reports, without their ending.
  public var reportName: String?

  public static let refused = "refused"
}

/// Verdicts as single letters, as the journal and the dashboard keep them.
public enum VerdictLetter {
  public static let all: [(letter: Character, verdict: Verdict)] = [
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

  public var isRefused: Bool { outcome == Self.refused }

  public var hasGap: Bool { verdicts.utf8.contains { $0 == UInt8(ascii: "g") || $0 == UInt8(ascii: "p") } }

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
public struct ReviewRow: Sendable {
  public let summary: PlanSummary
  /// UTF-8 without the line break; empty where the journal holds it already.
  public let line: [UInt8]
  /// The row of the journal from which it was taken over.
  public let journalled: Int64?
}
