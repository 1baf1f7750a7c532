import Catalogue
import Compliance
import MasterPlan
import Source

/// What became of one plan between two rounds.
package struct ReportDifference: Sendable {
  package let old: SavedReport
  package let new: SavedReport
  /// Criteria that are a gap in one of the rounds or changed, the strongest force first.
  package let changes: [CriterionChange]
  /// The same for rules beside the catalogue.
  package let rules: [RuleChange]

  package init(old: SavedReport, new: SavedReport) {
    self.old = old
    self.new = new
    let earlier = Dictionary(old.findings.map { ($0.criterion, $0) }) { first, _ in first }
    let later = Set(new.findings.map(\.criterion))
    let pairs =
      new.findings.map { (earlier[$0.criterion], Optional($0)) }
      + old.findings.filter { !later.contains($0.criterion) }.map { ($0, nil) }
    changes = pairs.compactMap(CriterionChange.init)
      .sorted { ($1.force, $0.criterion) < ($0.force, $1.criterion) }
    rules = Self.rules(old.ruleFailures, new.ruleFailures)
  }

  private init(old: SavedReport, new: SavedReport, changes: [CriterionChange], rules: [RuleChange]) {
    self.old = old
    self.new = new
    self.changes = changes
    self.rules = rules
  }

  /// The same without the findings that are as they were: what two rounds of thousands can hold.
  var withoutUnchanged: ReportDifference {
    ReportDifference(
      old: old.withoutFindings, new: new.withoutFindings, changes: changes.map(\.withoutOldWords),
      rules: rules)
  }

  /// Whether the plan closed a gap or a failure of a rule.
  package var isBetter: Bool {
    changes.contains { $0.change == .closed } || rules.contains { $0.new < $0.old }
  }

  /// Whether anything is to be said of the plan but gaps that are as they were.
  package var hasChanged: Bool {
    old.outcome != new.outcome || changes.contains { $0.change != .stillOpen }
      || rules.contains { $0.change != .stillOpen }
  }

  /// Whether the plan stands worse than before in anything.
  package var isWorse: Bool {
    changes.contains(where: \.isWorse) || rules.contains(where: \.isWorse)
      || Self.rank(new.outcome) > Self.rank(old.outcome)
  }

  package func changes(_ change: Change) -> [CriterionChange] { changes.filter { $0.change == change } }

  private static func rank(_ outcome: Conformity.Outcome) -> Int {
    switch outcome {
    case .conforming: 0
    case .incomplete: 1
    case .nonConforming: 2
    }
  }

  /// Rules that ran in one round only tell nothing about the other.
  private static func rules(_ old: [SavedRuleFailure]?, _ new: [SavedRuleFailure]?) -> [RuleChange] {
    guard let old, let new else { return [] }
    let before = RuleFailure.counted(old.map(\.failure))
    let after = RuleFailure.counted(new.map(\.failure))
    var seen: Set<RuleFailure> = []
    return (new + old).filter { seen.insert($0.failure).inserted }.map { failure in
      RuleChange(
        rule: failure.failure.rule, message: failure.message, old: before[failure.failure] ?? 0,
        new: after[failure.failure] ?? 0)
    }
  }

  /// What else than the plan differs between the rounds and may be why an outcome changed.
  package enum Circumstance: Sendable, Hashable {
    /// The plan's bytes are the same.
    case samePlan
    /// The reports speak of different places.
    case otherCity(old: String, new: String)
    case catalogue(old: String, new: String)
    case asOf(old: CalendarDate, new: CalendarDate)
    case stage(old: Stage, new: Stage)
    case profile
    /// Rules beside the catalogue ran in one of the rounds only.
    case rulesInOneRound
  }

  package var circumstances: [Circumstance] {
    var list: [Circumstance] = []
    let (before, after) = (PlanMarks(old), PlanMarks(new))
    if !before.isOfSameCity(as: after) { list.append(.otherCity(old: old.city, new: new.city)) }
    if old.digest == new.digest { list.append(.samePlan) }
    if old.catalogueDigest != new.catalogueDigest {
      list.append(.catalogue(old: old.edition, new: new.edition))
    }
    if old.asOf.date != new.asOf.date { list.append(.asOf(old: old.asOf.date, new: new.asOf.date)) }
    if old.stage != new.stage { list.append(.stage(old: old.stage, new: new.stage)) }
    if old.profileDigest != new.profileDigest { list.append(.profile) }
    if (old.ruleFailures == nil) != (new.ruleFailures == nil) { list.append(.rulesInOneRound) }
    return list
  }
}

/// One criterion in two rounds.
package struct CriterionChange: Sendable {
  package let change: Change
  package let isWorse: Bool
  /// Nil where the report has no such criterion.
  package let old: SavedFinding?
  package let new: SavedFinding?
  /// What a reader is shown: the later finding, or the earlier one where there is no later.
  package let finding: SavedFinding

  package var criterion: String { finding.criterion }
  package var force: Force { finding.standing.force }

  /// Nil for a criterion of which there is nothing to say.
  init?(_ old: SavedFinding?, _ new: SavedFinding?) {
    guard let finding = new ?? old else { return nil }
    self.old = old
    self.new = new
    self.finding = finding
    if let standing = new?.standing {
      change = standing.change(since: old?.standing)
      isWorse = standing.isWorse(than: old?.standing)
    } else {
      // The catalogue or profile no longer asks: nobody closed the gap.
      change = finding.standing.verdict.isGap ? .changed : .same
      isWorse = false
    }
    if change == .same { return nil }
  }

  private init(
    _ change: Change, isWorse: Bool, old: SavedFinding?, new: SavedFinding?, finding: SavedFinding
  ) {
    self.change = change
    self.isWorse = isWorse
    self.old = old
    self.new = new
    self.finding = finding
  }

  /// The same without the sentences of the earlier report, and of a gap that is as it was.
  var withoutOldWords: CriterionChange {
    let isOpen = change == .stillOpen
    return CriterionChange(
      change, isWorse: isWorse, old: old?.withoutWords, new: isOpen ? new?.withoutWords : new,
      finding: isOpen ? finding.withoutWords : finding)
  }

  /// Parts that failed before and no longer do.
  package var closedParts: [SavedFinding.Part] {
    guard let new else { return [] }
    let open = Set(new.parts.filter { $0.state == .fails }.map(\.key))
    let known = Set(new.parts.map(\.key))
    return (old?.parts ?? []).filter {
      $0.state == .fails && known.contains($0.key) && !open.contains($0.key)
    }
  }

  /// Parts that fail now and did not before, or for something further.
  package var newParts: [SavedFinding.Part] {
    guard let new, new.standing.verdict.isGap else { return [] }
    let grown = Set(new.standing.faults.subtracting(old?.standing.faults ?? []).map(\.part))
    return new.parts.filter { $0.state == .fails && grown.contains($0.key) }
  }

  /// Parts that fail as they did before.
  package var openParts: [SavedFinding.Part] {
    guard let new, new.standing.verdict.isGap else { return [] }
    let fresh = Set(newParts.map(\.key))
    return new.parts.filter { $0.state == .fails && !fresh.contains($0.key) }
  }
}

/// One kind of failure of rules beside the catalogue, and how often it is there in two rounds.
package struct RuleChange: Sendable {
  package let rule: String
  package let message: String
  package let old: Int
  package let new: Int

  package var change: Change {
    if old == 0 { return .new }
    return new == 0 ? .closed : old == new ? .stillOpen : .changed
  }

  package var isWorse: Bool { new > old }
}
