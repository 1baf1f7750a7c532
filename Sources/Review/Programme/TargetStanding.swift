import Catalogue
import MasterPlan
import Phrasing
import Source

/// How one target stands in a set of plans, and by which of them.
package struct TargetStanding: Sendable {
  package enum State: String, Sendable {
    case reached
    case notReached = "not-reached"
    case unknown
  }

  /// A core city with the other cities of its region.
  package struct Chain: Sendable {
    package let core: String
    package let state: State
    /// Whether an approved scheme of the core itself counts.
    package let hasCore: Bool
    /// Other cities of the core's region whose schemes count.
    package let others: Int
  }

  package let target: ProgrammeTarget
  /// Plans that do what the target asks.
  package let counted: [Voter]
  /// Plans that may do it: they do not say.
  package let undecided: [Voter]
  /// Plans that the target concerns and that do not do what it asks.
  package let against: Int
  package let refused: RefusedFiles
  package private(set) var chains: [Chain] = []
  package private(set) var state = State.unknown

  init(
    _ target: RollUp.Target, counted: [Voter], undecided: [Voter], against: Int, refused: RefusedFiles
  ) {
    self.target = target.target
    isCountable = target.isCountable
    self.counted = counted
    self.undecided = undecided
    self.against = against
    self.refused = refused
    chains = self.target.cores.map(chain)
    // What is only remembered decides nothing.
    if target.target.provenance.mark == .verified { state = judged() }
  }

  /// Cities that count for certain; two plans of one name count once.
  package var places: Int { Set(counted.map(\.place)).count }
  package var regionCount: Int { Set(counted.compactMap(\.region)).count }
  package var coresMissing: [String] { chains.filter { !$0.hasCore }.map(\.core) }

  /// Whether plan files can say anything of it.
  let isCountable: Bool

  private func judged() -> State {
    if !target.cores.isEmpty { return all(chains.map(\.state)) }
    if let minimum = target.minimum { return target.countsCities ? number(minimum) : .unknown }
    if let share = target.share { return self.share(share) }
    if target.region != nil {
      if !counted.isEmpty { return .reached }
      return undecided.isEmpty && refused.isEmpty ? .notReached : .unknown
    }
    return .unknown
  }

  private func all(_ states: [State]) -> State {
    if states.contains(.notReached) { return .notReached }
    return states.contains(.unknown) ? .unknown : .reached
  }

  private func number(_ minimum: Int) -> State {
    if places >= minimum, regionCount >= target.regions ?? 0 { return .reached }
    guard !refused.mayBeMany else { return .unknown }
    let all = counted + undecided
    // Places of one name in two provinces may be two; a plan without region may be of any.
    let possiblePlaces = Set(all.map { [$0.place, $0.province] }).count + refused.plans
    let possibleRegions =
      Set(all.compactMap(\.region)).count + all.count { $0.region == nil } + refused.plans
    return possiblePlaces >= minimum && possibleRegions >= target.regions ?? 0 ? .unknown : .notReached
  }

  /// Every plan that aims at the share proves it, whatever the number of departments that each speaks of; where
  /// some do and some do not, only the whole of a hundred is disproved by one.
  private func share(_ share: DecimalNumber) -> State {
    let isOpen = !undecided.isEmpty || !refused.isEmpty
    if against > 0 {
      if let whole = DecimalNumber("100"), share >= whole { return .notReached }
      return counted.isEmpty && !isOpen ? .notReached : .unknown
    }
    return counted.isEmpty || isOpen ? .unknown : .reached
  }

  /// A chain is more than its core: another city of the core's region counts too. The regions are those that
  /// the plans state. A city of a region without a core may belong to any chain.
  private func chain(_ core: String) -> Chain {
    let cores = Set(target.cores.map(PlaceName.init))
    let own = PlaceName(core)
    func regions(_ voters: [Voter], _ isMeant: (PlaceName) -> Bool) -> Set<String> {
      Set(voters.filter { isMeant($0.place) }.compactMap(\.region))
    }
    let all = counted + undecided
    let ownRegions = regions(counted) { $0 == own }
    let otherRegions = regions(all) { $0 != own && cores.contains($0) }
    let hasCore = counted.contains { $0.place == own }
    let others = Set(
      counted.filter { !cores.contains($0.place) && $0.region.map(ownRegions.contains) ?? false }.map(\.place)
    )
    let mayHaveCore = hasCore || !refused.isEmpty || undecided.contains { $0.place == own }
    let mayHaveOthers =
      !refused.isEmpty
      || all.contains { voter in
        guard !cores.contains(voter.place) else { return false }
        guard let region = voter.region, !ownRegions.isEmpty else { return true }
        return ownRegions.contains(region) || !otherRegions.contains(region)
      }
    let state: State =
      hasCore && !others.isEmpty ? .reached : mayHaveCore && mayHaveOthers ? .unknown : .notReached
    return Chain(core: core, state: state, hasCore: hasCore, others: others.count)
  }
}

/// One plan as the roll-up names it.
package struct Voter: Sendable, Equatable {
  package let name: String
  package let city: String
  let place: PlaceName
  let province: PlaceName?
  let region: String?

  init(_ plan: PlanSummary) {
    name = plan.name
    city = plan.city
    place = PlaceName(plan.city, isProvince: plan.level == "province")
    province = plan.province.map(PlaceName.init)
    region = plan.region
  }
}

/// Files of which nobody knows what they say of a target.
package struct RefusedFiles: Sendable {
  /// Files whose bytes were read: each is one plan at most.
  package private(set) var plans = 0
  /// Whether a folder, an archive or a list was refused, or a file could not be read: any number of plans.
  package private(set) var mayBeMany = false
  package private(set) var count = 0

  package var isEmpty: Bool { count == 0 }

  mutating func add(_ plan: PlanSummary) {
    count += 1
    if plan.digest == nil { mayBeMany = true } else { plans += 1 }
  }
}
