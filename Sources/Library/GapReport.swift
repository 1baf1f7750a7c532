import Compliance
import Judging
import Phrasing

/// The outcome of one check of one plan, read only. Nothing in it is in any language; what `in:` asks for is put into
/// words then.
public struct GapReport: Sendable {
  let inner: Compliance.GapReport
  private let rules: Judging.RuleBook

  init(_ inner: Compliance.GapReport, by rules: Judging.RuleBook) {
    self.inner = inner
    self.rules = rules
  }

  /// The plan that was judged.
  public var plan: Plan { Plan(inner.plan) }

  /// The day whose law counted.
  public var asOf: CalendarDate { CalendarDate(inner.asOf.date) }

  /// Why that day, as JSON reports say it: `named`, `decision-date`, `today`, `decision-date-in-future` or
  /// `decision-date-unknown`.
  public var asOfReason: String { inner.asOf.why.rawValue }

  /// Why that day, in words.
  public func asOfReason(in language: ReportLanguage) -> String { rules.phrasing(language).why(inner.asOf) }

  /// The stage whose criteria bound.
  public var stage: Stage { Stage(inner.stage) }

  /// The conclusion.
  public var conformity: Conformity { Conformity(inner.conformity) }

  /// Why the conclusion is what it is: one sentence without a full stop.
  public func conformityReason(in language: ReportLanguage) -> String {
    rules.phrasing(language).reason(of: inner.conformity)
  }

  /// One finding for each criterion of the catalogue, in the order of their ids: what was met, what is missing, and what
  /// was not judged and why.
  /// - Complexity: O(*n*) in the criteria.
  public var findings: [Finding] { inner.findings.map { Finding($0, by: rules) } }

  /// The findings that are gaps, the most urgent first: by force, then by the day on which the criterion falls due, then
  /// what is missing altogether.
  /// - Complexity: O(*n* log *n*) in the criteria.
  public var gaps: [Finding] { inner.gaps.map { Finding($0, by: rules) } }

  /// How many findings have a verdict.
  /// - Parameters:
  ///   - verdict: the verdict, after what people decided.
  ///   - force: those of this force only; nil for all.
  public func count(of verdict: Verdict, force: Force? = nil) -> Int {
    inner.count(
      of: verdict.inner,
      force: force.map {
        switch $0 {
        case .drafting: .drafting
        case .recommended: .recommended
        case .presumed: .presumed
        case .mandatory: .mandatory
        }
      })
  }

  /// Answers and waivers that did not do what they say, a sentence each, so that nobody relies on them: they fit no
  /// plan, name nobody, do not hold on the day, or changed nothing. Empty where all is well.
  public func decisionsToLookAt(in language: ReportLanguage) -> [String] {
    let words = rules.phrasing(language)
    return inner.unusedDecisions.map { words.words($0) }
  }

  /// What a reader must know beside the conclusion, a sentence each: whose rules these are, how old the edition is, what
  /// the plan says of itself that does not fit.
  public func notices(in language: ReportLanguage) -> [String] {
    let words = rules.phrasing(language)
    return inner.notices.map { words.words($0) }
  }
}

/// What a plan as a whole is. The raw values are those of JSON reports.
public enum Conformity: String, Sendable, CaseIterable {
  /// Every mandatory criterion that applies is met or waived, and there is at least one.
  case conforming
  /// A mandatory criterion is a gap, or a grave rule beside the catalogue failed.
  case nonConforming = "non-conforming"
  /// No gap, but something mandatory is unknown, was not assessed or did not run. Never to be read as conforming.
  case incomplete

  init(_ inner: Compliance.Conformity) {
    switch inner.outcome {
    case .conforming: self = .conforming
    case .nonConforming: self = .nonConforming
    case .incomplete: self = .incomplete
    }
  }
}
