import Catalogue
import MasterPlan
import Source

/// An approved plan that does not say when it was approved is judged by no day's law: where the law of the days on
/// which it may have been approved gives different answers, the criterion is unknown. No day is guessed from what the
/// plan cites: a plan may cite what was not there yet, and that is a fault of its own.
struct UndatedApproval {
  /// A plan is approved at most so many years before its period begins: the length of a period.
  private static let yearsBeforePeriod = 5

  private let catalogue: Catalogue
  private let criteria: [SharedCriterion]

  init(_ catalogue: Catalogue, _ criteria: [SharedCriterion]) {
    self.catalogue = catalogue
    self.criteria = criteria
  }

  /// The findings, those unknown of which the day decides.
  /// - Parameters:
  ///   - findings: by the law of the last day on which the plan can have been approved.
  ///   - today: their look-ups.
  ///   - facts: the look-ups of another day.
  func findings(
    _ findings: [Finding], _ today: Facts, on facts: (CalendarDate) -> Facts
  ) -> [Finding] {
    let cited = Set((today.legalBases + today.standards).flatMap(\.citation.ids))
    let first = today.plan.identity.from.flatMap {
      CalendarDate(year: $0 - Self.yearsBeforePeriod, month: 1, day: 1)
    }
    var changes: [String: [CalendarDate]] = [:]
    for id in cited { changes[id] = catalogue.daysOfChange(of: id) }
    let days = criteria.map { criterion in
      turns(of: criterion.criterion, changes).filter { day in
        day <= today.asOf && first.map { $0 < day } ?? true
      }
    }
    var outcomes: [[Outcome]] = criteria.map { _ in [] }
    // The days one by one: the look-ups of a day serve all criteria.
    for day in Set(days.flatMap { days in days.first.map { [$0.previous] + days } ?? [] }).sorted() {
      let rule = FindingRule(facts(day))
      for index in criteria.indices
      where days[index].contains(day) || days[index].first?.previous == day {
        let finding = rule.finding(for: criteria[index])
        outcomes[index].append(
          Outcome(
            since: days[index].contains(day) ? day : nil, verdict: finding.machineVerdict,
            force: finding.force))
      }
    }
    return zip(findings, outcomes).map { finding, outcomes in
      guard finding.isDecided(byDay: outcomes) else { return finding }
      return finding.undecided(by: outcomes)
    }
  }

  /// What the plan would come to, approved on a day or later.
  private typealias Outcome = Finding.OutcomeByDay

  /// The days on which the answer to a criterion may change, whatever the plan says.
  private func turns(of criterion: Criterion, _ cited: [String: [CalendarDate]]) -> [CalendarDate] {
    var days = Set(catalogue.turns(of: criterion))
    for case .facet(let facet) in criterion.requirement?.leaves ?? [] {
      if facet.looksAtAnyText { days.formUnion(cited.values.joined()) }
      for reference in facet.references where reference.kind != .layer {
        days.formUnion(catalogue.daysOfChange(of: reference.id))
      }
    }
    return days.sorted()
  }
}

extension Finding {
  /// What a criterion comes to for a plan approved on a day or later.
  package struct OutcomeByDay: Sendable, Hashable {
    /// Nil for the time before the first day on which anything changes.
    package let since: CalendarDate?
    package let verdict: Verdict
    package let force: Force

    /// What counts of it: a gap weighs by its force.
    fileprivate var weight: Weight { Weight(verdict: verdict, force: verdict.isGap ? force : nil) }

    fileprivate struct Weight: Hashable {
      let verdict: Verdict
      let force: Force?
    }
  }

  /// What is unknown or not assessed whatever the day stays so, with its own reason.
  fileprivate func isDecided(byDay outcomes: [OutcomeByDay]) -> Bool {
    let weights = Set(outcomes.map(\.weight))
    return weights.count > 1 && machineVerdict != .unknown && machineVerdict != .notAssessed
      && weights.contains { $0.verdict != .notApplicable && $0.verdict != .notAssessed }
  }

  fileprivate func undecided(by outcomes: [OutcomeByDay]) -> Finding {
    var turns: [OutcomeByDay] = []
    for outcome in outcomes where turns.last?.weight != outcome.weight { turns.append(outcome) }
    // It may bind as hard as it does on any of the days.
    return replacing(
      .unknown, force: outcomes.filter { $0.verdict != .notApplicable }.map(\.force).max() ?? force,
      reason: .approvalDayUnknown(turns))
  }
}

extension Citation {
  /// Every text that is or may be meant.
  fileprivate var ids: [String] {
    switch self {
    case .entry(let id): [id]
    case .ambiguous(let ids): ids
    // Another edition than the catalogue holds has days of its own that nobody knows here.
    case .notInCatalogue, .otherEdition: []
    }
  }
}
