import MasterPlan
import Source

/// The amounts of a plan by their unit: a project typed in đồng among others in billions shows at once.
enum TranscribedMoney {
  static func remarks(_ plan: MasterPlan) -> [Transcription.Remark] {
    let projects = plan.items("project", in: "projects")
    var sums: [(unit: String, count: Int, sum: DecimalNumber)] = []
    func add(_ amount: DecimalNumber, _ unit: String) {
      if let index = sums.firstIndex(where: { $0.unit == unit }) {
        sums[index].count += 1
        sums[index].sum = sums[index].sum + amount
      } else {
        sums.append((unit, 1, amount))
      }
    }
    for project in projects {
      if let total = project.decimal("total") { add(total, project.attribute("unit") ?? usual) }
    }
    let finance = plan.section("finance")
    let stated = finance?.attributes["total"].flatMap { DecimalNumber($0) }
    let unit = finance?.attributes["unit"] ?? usual
    guard !sums.isEmpty || stated != nil else { return [] }
    var remarks: [Transcription.Remark] = []
    let evidence = (plan.section("finance") ?? plan.section("projects")).map { Evidence($0, role: .shows) }
    func remark(_ kind: Transcription.Kind, _ found: String) {
      remarks.append(Transcription.Remark(kind, evidence, found))
    }
    let list = sums.map { "\($0.count) × \($0.unit) = \($0.sum)" } + (stated.map { ["\($0) \(unit)"] } ?? [])
    remark(.amountsByUnit, list.joined(separator: "; "))
    let all = sums.map(\.sum) + (stated.map { [$0] } ?? [])
    if all.allSatisfy({ $0 == .zero }) { remark(.amountsOfNothing, list.joined(separator: "; ")) }
    if let stated, sums.count == 1, let only = sums.first, only.unit == unit,
      plan.coverage(of: "projects") == .complete, isThousandfold(only.sum, stated)
    {
      remark(.scaleOfTotals, "\(only.sum) – \(stated) \(unit)")
    }
    return remarks
  }

  private static let usual = "billion-VND"

  /// Whether one is about a thousand times the other or more: no project is forgotten so often.
  private static func isThousandfold(_ left: DecimalNumber, _ right: DecimalNumber) -> Bool {
    guard left != .zero, right != .zero else { return false }
    let (small, large) = left < right ? (left, right) : (right, left)
    var times = small
    // 900 times, by adding: 2 + 4 + … of an exact number.
    for _ in 0..<9 { times = times + times }
    return times < large
  }
}
