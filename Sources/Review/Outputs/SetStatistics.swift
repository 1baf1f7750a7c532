import Catalogue

/// What the dashboard counts over a set of plans. A criterion is assessed where it is met, partial or a gap;
/// everything else says nothing about the plan and is not counted.
struct SetStatistics {
  struct Share {
    var met = 0
    var assessed = 0
  }

  struct Tile {
    var plans = 0
    var conforming = 0
    var nonConforming = 0
  }

  /// By criterion, in the order of the catalogue.
  private(set) var criteria: [Share]
  /// By layer, in the order of the reports.
  private(set) var layers: [Share]
  private(set) var regions: [String?: Share] = [:]
  private(set) var urbanClasses: [String?: Share] = [:]
  /// By the last year of a phase of the national scheme.
  private(set) var phases: [Int: Share] = [:]
  /// Plans by tile, and those of no tile under nil.
  private(set) var tiles: [Int?: Tile] = [:]
  /// Plans that stand on their tile by the name of a former province.
  private(set) var formerProvinces: [Provinces.Former: Int] = [:]
  private(set) var refused: [(name: String, reason: String)] = []
  private let phaseOfCriterion: [Int?]
  private let provinces: Provinces

  init(_ catalogue: Catalogue, layers: Int, provinces: Provinces) {
    criteria = Array(repeating: Share(), count: catalogue.criteria.count)
    self.layers = Array(repeating: Share(), count: layers)
    self.provinces = provinces
    let years = Dictionary(catalogue.programme.map { ($0.id, $0.years?.upperBound) }) { first, _ in first }
    phaseOfCriterion = catalogue.criteria.map { $0.schemeTarget.flatMap { years[$0] ?? nil } }
  }

  mutating func add(_ plan: PlanSummary) {
    guard !plan.isRefused else { return refused.append((plan.name, plan.reason)) }
    for (index, verdict) in plan.verdicts.enumerated() where criteria.indices.contains(index) {
      let isMet = verdict == .met
      guard let verdict, isMet || verdict.isGap else { continue }
      func count(_ share: inout Share) {
        share.assessed += 1
        if isMet { share.met += 1 }
      }
      count(&criteria[index])
      count(&regions[plan.region, default: Share()])
      count(&urbanClasses[plan.urbanClass, default: Share()])
      if let phase = phaseOfCriterion[index] { count(&phases[phase, default: Share()]) }
    }
    for (index, state) in plan.layers.enumerated() where layers.indices.contains(index) {
      guard state != .unknown else { continue }
      layers[index].assessed += 1
      if state == .holds { layers[index].met += 1 }
    }
    let place = provinces.place(of: plan)
    if let former = place?.former { formerProvinces[former, default: 0] += 1 }
    var tile = tiles[place?.tile, default: Tile()]
    tile.plans += 1
    if plan.outcome == .judged(.conforming) { tile.conforming += 1 }
    if plan.outcome == .judged(.nonConforming) { tile.nonConforming += 1 }
    tiles[place?.tile] = tile
  }
}
