import Compliance
import MasterPlan
import Phrasing
import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Reporting
@testable import Review

/// Each rule by which plans count for a target of the national scheme (Documentation/programme.md).
@Suite struct RollUpTests {
  private static let catalogue = Result { try Repository.catalogue.get() }
  /// An approved scheme of a city that meets every criterion, in the phase to 2020 unless told otherwise.
  private func plan(
    _ city: String, region: String? = "south-east", date: String? = "2019-05-05",
    years: ClosedRange<Int>? = 2019...2030, verdict: Verdict = .met,
    _ change: (inout PlanSummary) -> Void = { _ in }
  ) throws -> PlanSummary {
    let criteria = try Self.catalogue.get().criteria.count
    var plan = PlanSummary(name: "\(city).xml", digest: city, outcome: .judged(.conforming), reason: "")
    plan.city = city
    plan.level = "provincial-city"
    plan.urbanClass = "II"
    plan.region = region
    plan.kind = "scheme"
    plan.stage = "approved"
    plan.date = date
    plan.firstYear = years?.lowerBound
    plan.lastYear = years?.upperBound
    plan.verdicts = VerdictRow(Array(repeating: verdict, count: criteria))
    change(&plan)
    return plan
  }

  private func refused(digest: String?) -> PlanSummary {
    PlanSummary(name: "broken.xml", digest: digest, outcome: .refused, reason: "")
  }

  private func standing(
    _ target: String, _ plans: [PlanSummary], asOf: String = "2031-01-01", catalogue: Catalogue? = nil
  ) throws -> TargetStanding {
    var rollUp = RollUp(try catalogue ?? Self.catalogue.get(), asOf: day(asOf))
    for plan in plans { rollUp.add(plan) }
    return try #require(rollUp.standings.first { $0.target.id == target })
  }

  private func state(_ target: String, _ plans: [PlanSummary], asOf: String = "2031-01-01") throws
    -> TargetStanding.State
  {
    try standing(target, plans, asOf: asOf).state
  }

  private static let regions = [
    "northern-midlands-and-mountains", "red-river-delta", "north-central-and-central-coast",
    "central-highlands", "south-east", "mekong-delta",
  ]

  @Test func `the nine targets of scope programme are those of the scheme, with its numbers`() throws {
    var rollUp = RollUp(try Self.catalogue.get(), asOf: day("2026-11-23"))
    rollUp.add(refused(digest: nil))
    let numbers = rollUp.standings.map { standing in
      let terms = standing.target
      return [
        standing.target.id, standing.target.minimum.map { "\($0)" }, terms.unit,
        terms.regions.map { "\($0)" }, standing.target.share?.description, terms.region, terms.planKind,
        terms.cores.isEmpty ? nil : terms.cores.joined(separator: "+"),
        standing.target.years.map { "-\($0.upperBound)" },
      ].compactMap { $0 }.joined(separator: " ")
    }
    #expect(
      numbers == [
        "P20-5 3 đô thị scheme -2020", "P20-6 3 khu đô thị mới -2020", "P20-7 50 -2020",
        "P20-8 mekong-delta -2020", "P25-4 3 đô thị loại II trở lên -2025", "P25-5 6 đô thị 6 scheme -2025",
        "P25-7 100 -2025", "P25-8 mekong-delta -2025", "P30-2 Hà Nội+Hồ Chí Minh+Đà Nẵng+Cần Thơ -2030",
      ])
    // New urban areas are no cities, and no plan is checked for them.
    let counting = rollUp.standings.map(\.target).filter(\.countsCities).map(\.id)
    #expect(counting == ["P20-5", "P25-4", "P25-5"])
  }

  @Test func `three cities with approved schemes by the end of 2020 reach the number`() throws {
    let cities = try ["Một", "Hai", "Ba"].map { try plan($0) }
    #expect(try state("P20-5", cities) == .reached)
    #expect(try state("P20-5", Array(cities.dropLast())) == .notReached)
    #expect(try state("P20-5", []) == .notReached, "nobody is undecided")
    #expect(try state("P20-5", cities, asOf: "2019-05-04") == .notReached, "approved later than asked about")
    let two = Array(cities.dropLast())
    #expect(try state("P20-5", two + [plan("Ba", date: "2021-01-01")]) == .notReached)
    #expect(try state("P20-5", two + [plan("Ba", years: 2021...2030)]) == .notReached)
    #expect(try state("P20-5", two + [plan("thành phố Hai")]) == .notReached, "one place counts once")
    #expect(try state("P20-5", two + [plan("Ba") { $0.stage = "submitted" }]) == .notReached)
    #expect(try state("P20-5", two + [plan("Ba") { $0.kind = "strategy" }]) == .notReached)
  }

  @Test func `what a plan does not say leaves a number open, never reached and never missed`() throws {
    let two = [try plan("Một"), try plan("Hai")]
    for open in [
      try plan("Ba", date: nil), try plan("Ba", years: nil), try plan("Ba") { $0.level = "province" },
      try plan("Ba") { $0.kind = "action-plan" }, try plan("Ba") { $0.kind = nil },
      try plan("Ba", date: "2018-07-31"),
      try plan("Ba") {
        $0.level = "special-zone"
        $0.urbanClass = nil
      },
    ] {
      let standing = try standing("P20-5", two + [open])
      #expect(standing.state == .unknown && standing.places == 2 && standing.undecided == [Voter(open)])
      #expect(try state("P20-5", [two[0], open]) == .notReached, "one open plan makes no two cities")
    }
    #expect(try state("P20-5", two + [plan("Ba", date: "2018-08-01")]) == .reached)
    // Two places of one name in two provinces may be two, and may be one.
    let twins = try ["An Giang", "Cà Mau"].map { province in try plan("Hai") { $0.province = province } }
    #expect(try state("P20-5", [two[0]] + twins) == .unknown)
  }

  @Test func `a refused file is at most one plan, a refused archive any number`() throws {
    let one = [try plan("Một")]
    #expect(try state("P20-5", one + [refused(digest: "a")]) == .notReached)
    #expect(try state("P20-5", one + [refused(digest: "a"), refused(digest: "b")]) == .unknown)
    #expect(try state("P20-5", [refused(digest: nil)]) == .unknown)
    #expect(try state("P20-8", [refused(digest: "a")]) == .unknown)
    #expect(try state("P25-5", one + [refused(digest: nil)]) == .unknown)
    #expect(try state("P30-2", [refused(digest: "a")]) == .unknown)
    let trained = try plan("Một", region: "mekong-delta")
    #expect(try state("P25-7", [trained, refused(digest: "a")]) == .unknown, "it may aim at less")
    #expect(try state("P20-8", [trained, refused(digest: nil)]) == .reached)
  }

  @Test func `new urban areas are not counted by plan files`() throws {
    let standing = try standing("P20-6", ["Một", "Hai", "Ba", "Bốn"].map { try plan($0) })
    #expect(standing.state == .unknown && standing.counted.isEmpty && standing.undecided.isEmpty)
  }

  @Test func `six cities over six regions need both numbers`() throws {
    let six = try Self.regions.map { try plan("Đô thị \($0)", region: $0) }
    #expect(try state("P25-5", six) == .reached)
    #expect(try state("P25-5", Array(six.dropLast())) == .notReached)
    let five = Array(six.dropLast())
    #expect(try state("P25-5", five + [plan("Sáu", region: "south-east")]) == .notReached, "five regions")
    #expect(try state("P25-5", five + [plan("Sáu", region: nil)]) == .unknown, "it may be of the sixth")
    #expect(try state("P25-5", five + [plan("Sáu", region: "mekong-delta", verdict: .gap)]) == .notReached)
    #expect(try state("P25-5", five + [plan("Sáu", region: "mekong-delta", verdict: .unknown)]) == .unknown)
    #expect(
      try state("P25-5", five + [plan("Sáu", region: "mekong-delta", verdict: .notAssessed)]) == .unknown)
    #expect(try state("P25-5", five + [plan("Sáu", region: "mekong-delta", verdict: .waived)]) == .unknown)
    #expect(
      try state("P25-5", five + [plan("Sáu", region: "mekong-delta") { $0.kind = "action-plan" }])
        == .unknown,
      "the target asks for an approved scheme")
  }

  @Test func `three cities of class II or higher count by their criterion, schemes or not`() throws {
    let three = try ["Một", "Hai", "Ba"].map { name in try plan(name) { $0.kind = "action-plan" } }
    #expect(try state("P25-4", three) == .reached)
    // The criterion does not apply to a city of class III, and is unknown where no class is given.
    let two = Array(three.dropLast())
    #expect(try state("P25-4", two + [plan("Ba", verdict: .notApplicable)]) == .notReached)
    #expect(try state("P25-4", two + [plan("Ba", verdict: .unknown)]) == .unknown)
    #expect(try state("P25-4", two + [plan("Ba", verdict: .partial)]) == .notReached)
    #expect(try state("P25-4", two + [plan("Ba", years: 2018...2020)]) == .notReached)
  }

  @Test func `a share is reached when every plan aims at it; one gap disproves only the whole`() throws {
    let aims = try plan("Một")
    let lacks = try plan("Hai", verdict: .gap)
    for target in ["P20-7", "P25-7"] {
      #expect(try state(target, [aims]) == .reached)
      #expect(try state(target, []) == .unknown, "nobody speaks of it")
      #expect(try state(target, [aims, plan("Hai", verdict: .unknown)]) == .unknown)
      #expect(
        try state(target, [aims, plan("Hai", verdict: .notApplicable)]) == .reached, "it is not concerned")
      #expect(try state(target, [lacks]) == .notReached)
      #expect(
        try state(target, [plan("Hai", date: nil, verdict: .gap)]) == .unknown,
        "perhaps it is of another phase")
    }
    #expect(try state("P20-7", [aims, lacks]) == .unknown, "half of all may still be trained")
    #expect(try state("P20-7", [plan("Hai", verdict: .partial)]) == .unknown)
    #expect(try state("P25-7", [aims, lacks]) == .notReached)
    #expect(try state("P25-7", [plan("Hai", verdict: .partial)]) == .notReached)
  }

  @Test func `pilots of the Mekong Delta are those of plans that say so`() throws {
    for target in ["P20-8", "P25-8"] {
      #expect(try state(target, [plan("Một", region: "mekong-delta")]) == .reached)
      #expect(try state(target, [plan("Một")]) == .notReached)
      #expect(
        try state(target, [plan("Cần Thơ", region: nil)]) == .unknown, "no region is guessed from a name")
      #expect(
        try state(target, [plan("Một", region: "mekong-delta") { $0.kind = "action-plan" }]) == .unknown)
      #expect(try state(target, [plan("Một", region: "mekong-delta") { $0.stage = "draft" }]) == .notReached)
    }
  }

  @Test func `a chain is a core and another city of its region`() throws {
    let cores = [
      try plan("Hà Nội", region: "red-river-delta"), try plan("TP.HCM", region: "south-east"),
      try plan("Đà Nẵng", region: "north-central-and-central-coast"),
      try plan("Cần Thơ", region: "mekong-delta"),
    ]
    let others = try cores.map { core in try plan("Đô thị \(core.city)", region: core.region) }
    #expect(try state("P30-2", cores + others) == .reached)
    #expect(try state("P30-2", cores) == .notReached, "a core alone is no chain")
    #expect(try state("P30-2", Array(cores.dropLast()) + others) == .notReached)
    let standing = try standing("P30-2", Array(cores.dropFirst()) + others)
    #expect(standing.coresMissing == ["Hà Nội"])
    #expect(standing.chains.map(\.state) == [.notReached, .reached, .reached, .reached])
    let open = try plan("Hà Nội", region: "red-river-delta", date: nil)
    #expect(try state("P30-2", Array(cores.dropFirst()) + others + [open]) == .unknown)
    let homeless = try plan("Hà Nội", region: nil)
    #expect(try state("P30-2", Array(cores.dropFirst()) + others + [homeless]) == .unknown)
    // A city of the highlands may belong to any chain, one of the South East to no other.
    let three = Array(others.dropFirst())
    #expect(try state("P30-2", cores + three + [plan("Kon Tum", region: "central-highlands")]) == .unknown)
    #expect(try state("P30-2", cores + three + [plan("Biên Hòa", region: "south-east")]) == .notReached)
  }

  @Test func `a target that is not verified is not judged`() throws {
    let files = try Repository.catalogueFiles { name, text in
      name == "programme-950.xml" ? text.replacing("mark=\"verified\"", with: "mark=\"from-memory\"") : nil
    }
    let catalogue = try Catalogue.load(files, schema: Repository.catalogueSchema.get())
    let three = try ["Một", "Hai", "Ba"].map { try plan($0) }
    #expect(try standing("P20-5", three, catalogue: catalogue).state == .unknown)
    #expect(try standing("P20-5", [], catalogue: catalogue).state == .unknown)
  }

  @Test func `a place is one place however it is printed`() {
    for (one, other) in [
      ("thành phố Đà Nẵng", "Đà Nẵng"), ("TP.HCM", "Thành phố Hồ Chí Minh"), ("TPHCM", "TP. Hồ Chí Minh"),
      ("Thanh Hoá", "tỉnh Thanh Hóa"), ("Thuỷ Nguyên", "Thủy Nguyên"), ("Huế", "Hue\u{302}\u{301}"),
      ("thành phố Huế", "thành\u{A0}phố Huế"), ("thành phố Huế", "thành phố Huế\u{200B}"),
      ("thành phố Huế", "tha\u{300}nh\u{202F}phô\u{301} Hu\u{200D}ế"), ("Hoà Vang", "Ho\u{300}a Vang"),
      ("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"), ("Bà Rịa - Vũng Tàu", "BÀ RỊA  – VŨNG TÀU"),
    ] {
      #expect(PlaceName(one) == PlaceName(other), "\(one), \(other)")
    }
    #expect(PlaceName("Huế") != PlaceName("Thừa Thiên Huế"))
    #expect(PlaceName("Cao Bằng", isProvince: true) != PlaceName("Cao Bằng"))
    #expect(PlaceName("Hoà Bình") != PlaceName("Hòa Vang"))
  }
}
