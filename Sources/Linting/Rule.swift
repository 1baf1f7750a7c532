import Catalogue

/// One thing that the linter looks for in a catalogue. Each rule is a file of its own that holds what
/// help, documentation and tests say of it. What a rule must know decides which of the three kinds it is.
package protocol Rule: Sendable {
  /// What the rule is, for people.
  var card: RuleCard { get }
}

/// A rule that each file keeps or breaks by itself. It runs beside the reading of other files.
package protocol FileRule: Rule {
  /// Looks through one file and reports what it finds.
  func check(_ contents: FileContents, _ report: inout RuleReport)
}

/// A rule that each criterion keeps or breaks by itself, in the light of the whole catalogue.
package protocol CriterionRule: Rule {
  /// Looks at one criterion: as a check would read it, and as it is written.
  func check(_ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport)
}

/// A rule that sets entries against each other.
package protocol CatalogueRule: Rule {
  /// Looks through the whole catalogue and reports what it finds.
  func check(_ source: CatalogueSource, _ report: inout RuleReport)
}

/// What a rule says of itself.
package struct RuleCard: Sendable {
  /// `K` and three digits; stable for ever.
  package let id: String
  /// The same in words, with hyphens.
  package let name: String
  package let severity: Severity
  package let category: Category
  /// What is wrong, why it matters and what to do.
  package let explanation: Label
  /// A catalogue without a finding.
  package let accepts: RuleExample
  /// A catalogue with just one finding, of this rule, at the mark.
  package let rejects: RuleExample
  /// Whether `--fix` repairs it.
  package let isFixable: Bool

  init(
    _ id: String, _ name: String, _ severity: Severity, _ category: Category, fixable: Bool = false,
    vi: String, en: String, accepts: RuleExample, rejects: RuleExample
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.category = category
    isFixable = fixable
    explanation = Label(vietnamese: vi, english: en)
    self.accepts = accepts
    self.rejects = rejects
  }
}

/// How grave a finding is. Errors make `khung lint` end with 1.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Worth a look; nothing may be wrong.
  case note
  /// Probably wrong: a person should decide.
  case warning
  /// Wrong: some plan gets, or may get, a wrong answer.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a rule is about.
package enum Category: String, Sendable, CaseIterable {
  case identity, references, time, force, provenance, requirements, language, form
}
