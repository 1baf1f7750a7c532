import Compliance
import Judging
import Phrasing
import Source
import Writing

/// The outcome for one criterion, with everything that explains it.
public struct Finding: Sendable {
  private let inner: Compliance.Finding
  private let rules: Judging.RuleBook

  init(_ inner: Compliance.Finding, by rules: Judging.RuleBook) {
    self.inner = inner
    self.rules = rules
  }

  /// The id of the criterion. Ids are stable: one that is published never comes to mean another thing.
  public var criterion: String { inner.criterion.id }

  /// What the criterion is called; in the other language where the catalogue knows no title in this one.
  public func title(in language: ReportLanguage) -> String {
    rules.phrasing(language).language(inner.criterion.title)
  }

  /// How strongly the criterion asks on the day that counts: the strongest of its bases then in force.
  public var force: Force { Force(inner) }

  /// The outcome, after what people decided.
  public var verdict: Verdict { Verdict(inner.verdict) }

  /// What the machine alone found.
  public var machineVerdict: Verdict { Verdict(inner.machineVerdict) }

  /// Why the verdict is what it is: one sentence without a full stop, never empty.
  public func reason(in language: ReportLanguage) -> String { rules.phrasing(language).reason(of: inner) }

  /// The provisions that ask for it, and what each was on the day that counts. Empty for a rule of the catalogue's own.
  public var bases: [Basis] { inner.bases.map { Basis($0, by: rules) } }

  /// The places of the plan that bear on it: those that show something, the most telling first, and those where the
  /// missing words belong.
  public var places: [Place] { inner.evidence.map { Place($0) } }

  /// The parts of what is asked, each with its own outcome. Empty where nothing was evaluated.
  public var parts: [Part] { inner.parts.map { Part($0, by: rules) } }

  /// What to write to close the gap, in words; nil where the catalogue has no advice.
  public func remedy(in language: ReportLanguage) -> String? {
    inner.criterion.remedy.map { rules.phrasing(language).language($0.advice) }
  }

  /// Plan XML to copy that closes the gap; nil where the catalogue has none.
  public var remedySnippet: String? { inner.criterion.remedy?.snippet.map(SafeText.snippet) }

}

/// A provision on which a criterion rests.
public struct Basis: Sendable {
  /// The id of the instrument in the catalogue.
  public let instrument: String
  /// The id of the provision in the catalogue; nil where the instrument as a whole is meant.
  public let provision: String?
  /// The force that this basis gives.
  public let force: Force
  /// Whether it was in force on the day that counts. False also where that is not known.
  public let isInForce: Bool
  private let inner: BasisState
  private let rules: Judging.RuleBook

  init(_ inner: BasisState, by rules: Judging.RuleBook) {
    instrument = inner.basis.instrument
    provision = inner.basis.provision
    force = Force(inner)
    isInForce = inner.isInForce
    self.inner = inner
    self.rules = rules
  }

  /// The article, clause and point with kind, number and date of the instrument, what it was on the day that counts, and
  /// its force.
  public func text(in language: ReportLanguage) -> String {
    rules.phrasing(language).basis(inner)
  }
}

/// One part of what a criterion asks.
public struct Part: Sendable {
  /// What a part comes to. The raw values are those of JSON reports.
  public enum State: String, Sendable, CaseIterable {
    /// The plan says it.
    case holds
    /// The plan file shows in full what the plan says, and that is not it.
    case fails
    /// The plan file does not carry enough to tell.
    case unknown
    /// The part asks for a text that was not in force on the day that counts.
    case notAsked = "not-asked"
  }

  /// What the part came to.
  public let state: State
  private let inner: Compliance.Part
  private let rules: Judging.RuleBook

  init(_ inner: Compliance.Part, by rules: Judging.RuleBook) {
    state =
      switch inner.state {
      case .holds: .holds
      case .fails: .fails
      case .unknown: .unknown
      case .notAsked: .notAsked
      }
    self.inner = inner
    self.rules = rules
  }

  /// What is asked.
  public func name(in language: ReportLanguage) -> String {
    rules.phrasing(language).name(of: inner.requirement)
  }

  /// Why the part came to its state.
  public func reason(in language: ReportLanguage) -> String {
    rules.phrasing(language).reason(of: inner)
  }
}

/// A place in a plan.
public struct Place: Sendable, Hashable {
  /// The element: names and positions from the root, such as `/master-plan/security/system[2]`.
  public let path: String
  /// The section of the plan, by the name of its element.
  public let section: String
  /// The line of the element's start tag, from 1.
  public let line: Int
  /// Its column, from 1, in Unicode scalars.
  public let column: Int
  /// The words that stand there; empty for a section as a whole. Foreign text: whoever shows it escapes it.
  public let excerpt: String
  /// Whether the words show it although no label of the plan file says it.
  public let isUnlabelled: Bool
  /// Whether the place shows something. False where it is only the place at which the missing words belong.
  public let shows: Bool

  init(_ inner: Evidence) {
    path = inner.path
    section = inner.section
    (line, column) = (inner.position.line, inner.position.column)
    excerpt = inner.excerpt
    isUnlabelled = inner.isUnlabelled
    shows = inner.role == .shows
  }
}
