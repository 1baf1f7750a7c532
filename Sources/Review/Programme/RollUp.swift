import Catalogue
import MasterPlan
import Source

/// How the set of plans stands against the targets of the national scheme that only a set can meet.
///
/// A plan counts for a target when it is approved no later than the end of the target's phase and the day
/// asked about, its years reach into the phase, and the criterion that goes with the target is met in its own
/// report; where there is no such criterion, or the target asks for it, it must be a scheme (đề án). Where the
/// plan does not say one of these, it is undecided, and so is a target that undecided plans or refused files
/// could still turn. `Documentation/programme.md` states the rules target by target.
package struct RollUp {
  struct Target: Sendable {
    let target: ProgrammeTarget
    let terms: ProgrammeTerms.Terms
    /// The place of its criterion among the verdicts.
    let criterion: Int?
    /// The day of the scheme itself: nothing before it was done under it.
    let begun: CalendarDate?

    /// Whether plan files can say anything of it: a number of things that they do not count stays unknown.
    var isCountable: Bool { target.minimum == nil || terms.countsCities || !terms.cores.isEmpty }
    /// Whether a city must have a scheme of its own to count.
    var asksForScheme: Bool { criterion == nil || terms.planKind == RollUp.scheme }
  }

  private enum Vote: UInt8 {
    case yes, no, unknown, notConcerned
  }

  static let scheme = "scheme"

  package let asOf: CalendarDate
  private let targets: [Target]
  private var voters: [Voter] = []
  /// For each target one vote of each voter.
  private var votes: [[Vote]]
  private var refused = RefusedFiles()

  /// - Parameter asOf: only plans approved by this day count.
  package init(_ catalogue: Catalogue, terms: ProgrammeTerms, asOf: CalendarDate) {
    self.asOf = asOf
    targets = catalogue.programme.filter { $0.scopes.contains("programme") }.map { target in
      Target(
        target: target, terms: terms[target.id],
        criterion: catalogue.criteria.firstIndex { $0.schemeTarget == target.id },
        begun: catalogue.instrument(target.instrument)?.life.issued)
    }
    votes = targets.map { _ in [] }
  }

  /// Whether the phase of a target has ended on the day asked about.
  package func isDue(_ target: ProgrammeTarget) -> Bool {
    target.years.map { asOf.year > $0.upperBound } ?? true
  }

  package mutating func add(_ plan: PlanSummary) {
    guard !plan.isRefused else { return refused.add(plan) }
    guard plan.stage == Stage.approved.rawValue else { return }
    voters.append(Voter(plan))
    for (index, target) in targets.enumerated() { votes[index].append(vote(of: plan, on: target)) }
  }

  /// The targets, one after another: a set of thousands is not held once for each.
  package var standings: some Sequence<TargetStanding> {
    targets.indices.lazy.map { index in
      let votes = votes[index]
      func voters(_ vote: Vote) -> [Voter] { zip(self.voters, votes).filter { $1 == vote }.map(\.0) }
      return TargetStanding(
        targets[index], counted: voters(.yes), undecided: voters(.unknown),
        against: votes.count { $0 == .no }, refused: refused)
    }
  }

  private func vote(of plan: PlanSummary, on target: Target) -> Vote {
    guard target.isCountable else { return .notConcerned }
    if let region = target.terms.region, let own = plan.region, own != region { return .notConcerned }
    var isOpen = target.terms.region != nil && plan.region == nil
    let date = plan.date.flatMap { CalendarDate($0) }
    if let years = target.target.years {
      if let date {
        guard date.year <= years.upperBound, date <= asOf else { return .notConcerned }
      } else {
        isOpen = true
      }
      if let first = plan.firstYear, let last = plan.lastYear {
        guard first <= years.upperBound, last >= years.lowerBound else { return .notConcerned }
      } else {
        isOpen = true
      }
    }
    if target.asksForScheme {
      switch plan.kind {
      case Self.scheme: break
      // A city that carries out a plan may have a scheme that is not here, or none.
      case "action-plan", nil: isOpen = true
      default: return .notConcerned
      }
      // An approval before the scheme was issued is none that the scheme brought about.
      if let begun = target.begun, let date, date < begun { isOpen = true }
    }
    if (target.target.minimum != nil || !target.terms.cores.isEmpty) && !Self.isCity(plan) { isOpen = true }
    switch verdict(of: plan, on: target) {
    case .yes: return isOpen ? .unknown : .yes
    // Whether the target concerns the plan at all is not known.
    case .no: return isOpen && target.target.share != nil ? .unknown : .no
    case let other: return other
    }
  }

  /// A scheme of a province is not yet one of a city, and a special zone is one only where it has a class.
  private static func isCity(_ plan: PlanSummary) -> Bool {
    switch plan.level {
    case "province", nil: false
    case "special-zone": plan.urbanClass != nil
    default: true
    }
  }

  private func verdict(of plan: PlanSummary, on target: Target) -> Vote {
    guard let criterion = target.criterion else { return .yes }
    let verdicts = Array(plan.verdicts.utf8)
    guard verdicts.indices.contains(criterion) else { return .unknown }
    return switch verdicts[criterion] {
    case UInt8(ascii: "m"): .yes
    case UInt8(ascii: "x"): .notConcerned
    case UInt8(ascii: "g"): .no
    // Part of a half may still be half of the whole; part of the whole is not the whole.
    case UInt8(ascii: "p"): target.isShareBelowWhole ? .unknown : .no
    // Unknown, not assessed, waived: a waiver excuses a plan and does not do what it lacks.
    default: .unknown
    }
  }
}

extension RollUp.Target {
  fileprivate var isShareBelowWhole: Bool {
    guard let share = target.share, let whole = DecimalNumber("100") else { return false }
    return share < whole
  }
}
