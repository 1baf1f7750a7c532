import Catalogue
import MasterPlan
import XML

/// How the set of plans stands against the targets of the national scheme that only a set can meet.
///
/// A plan counts for a target when it is approved no later than the end of the target's phase and the day
/// asked about, its years reach into the phase, and the criterion that goes with the target is met in its own
/// report; without such a criterion it must be a scheme (đề án). Where the plan does not say one of these, it
/// is undecided, and so is a target that undecided plans could still turn.
public struct RollUp {
  public enum State: String, Sendable {
    case reached
    case notReached = "not-reached"
    case unknown
  }

  /// One plan as the roll-up names it.
  public struct Voter: Sendable, Equatable {
    public let name: String
    public let city: String
    let place: PlaceName
    let region: String?
  }

  /// A target with the plans that speak for it.
  public struct Target {
    public let target: ProgrammeTarget
    public let terms: ProgrammeTerms.Terms
    /// The region that the target's title names.
    public let region: String?
    let criterion: Int?
    public internal(set) var counted: [Voter] = []
    public internal(set) var undecided: [Voter] = []
    /// Plans that the target concerns and that do not do what it asks.
    public internal(set) var against = 0

    /// Whether plan files can say anything of it: a number of things that they do not count stays unknown.
    var isCountable: Bool { target.minimum == nil || terms.countsCities || !terms.cores.isEmpty }

    public var places: Int { Set(counted.map(\.place)).count }
    public var regionCount: Int { Set(counted.compactMap(\.region)).count }
    public var coresMissing: [String] { cores(without: counted) }

    private func cores(without voters: [Voter]) -> [String] {
      let places = Set(voters.map(\.place))
      return terms.cores.filter { !places.contains(PlaceName($0)) }
    }

    public var state: State {
      if !terms.cores.isEmpty {
        return coresMissing.isEmpty
          ? .reached : cores(without: counted + undecided).isEmpty ? .unknown : .notReached
      }
      if let minimum = target.minimum {
        guard terms.countsCities else { return .unknown }
        if places >= minimum, regionCount >= terms.regions ?? 0 { return .reached }
        let all = counted + undecided
        let possibleRegions = Set(all.compactMap(\.region)).count + all.count { $0.region == nil }
        let possible = Set(all.map(\.place)).count >= minimum && possibleRegions >= terms.regions ?? 0
        return possible ? .unknown : .notReached
      }
      if target.share != nil {
        if against > 0 { return .notReached }
        return counted.isEmpty || !undecided.isEmpty ? .unknown : .reached
      }
      if region != nil { return !counted.isEmpty ? .reached : undecided.isEmpty ? .notReached : .unknown }
      return .unknown
    }
  }

  public let asOf: CalendarDate
  public private(set) var targets: [Target]

  /// - Parameter asOf: only plans approved by this day count.
  public init(_ catalogue: Catalogue, terms: ProgrammeTerms, vocabulary: PlanVocabulary, asOf: CalendarDate) {
    self.asOf = asOf
    let regions = vocabulary.values(of: "region").sorted()
    targets = catalogue.programme.filter { $0.scopes.contains("programme") }.map { target in
      let title = (target.title.vietnamese ?? "").lowercased()
      return Target(
        target: target, terms: terms[target.id],
        region: terms[target.id].cores.isEmpty
          ? regions.first {
            title.contains(vocabulary.term($0, in: "region")?.vietnamese.lowercased() ?? "?")
          } : nil,
        criterion: catalogue.criteria.firstIndex { $0.schemeTarget == target.id })
    }
  }

  /// Whether the phase of a target has ended on the day asked about.
  public func isDue(_ target: ProgrammeTarget) -> Bool {
    target.years.map { asOf.year > $0.upperBound } ?? true
  }

  public mutating func add(_ plan: PlanSummary) {
    guard !plan.isRefused, plan.stage == Stage.approved.rawValue else { return }
    for index in targets.indices where targets[index].isCountable {
      let voter = Voter(
        name: plan.name, city: plan.city, place: PlaceName(plan.city), region: plan.region)
      switch vote(of: plan, on: targets[index]) {
      case .yes: targets[index].counted.append(voter)
      case .no: targets[index].against += 1
      case .unknown: targets[index].undecided.append(voter)
      case .notConcerned: break
      }
    }
  }

  private enum Vote {
    case yes, no, unknown, notConcerned
  }

  private func vote(of plan: PlanSummary, on target: Target) -> Vote {
    if let region = target.region, let own = plan.region, own != region { return .notConcerned }
    if !target.terms.cores.isEmpty,
      !target.terms.cores.contains(where: { PlaceName($0) == PlaceName(plan.city) })
    {
      return .notConcerned
    }
    var isOpen = target.region != nil && plan.region == nil
    if let years = target.target.years {
      if let date = plan.date.flatMap({ CalendarDate($0) }) {
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
    // A scheme of a province is not yet one of a city.
    if target.target.minimum != nil, plan.level == "province" { isOpen = true }
    switch verdict(of: plan, on: target) {
    case .yes: return isOpen ? .unknown : .yes
    case let other: return other
    }
  }

  private func verdict(of plan: PlanSummary, on target: Target) -> Vote {
    guard let criterion = target.criterion else { return plan.kind == "scheme" ? .yes : .notConcerned }
    let verdicts = Array(plan.verdicts.utf8)
    guard verdicts.indices.contains(criterion) else { return .unknown }
    return switch verdicts[criterion] {
    case UInt8(ascii: "m"): .yes
    case UInt8(ascii: "x"): .notConcerned
    case UInt8(ascii: "u"), UInt8(ascii: "n"): .unknown
    default: .no
    }
  }
}
