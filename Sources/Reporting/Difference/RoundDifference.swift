import Compliance

/// Two rounds of one plan or of many: who closed what, who stands worse, who is new, who is missing.
public struct RoundDifference: Sendable {
  /// Plans of both rounds, in the order of the later one.
  public let plans: [ReportDifference]
  /// Plans of the later round only.
  public let appeared: [SavedReport]
  /// Plans of the earlier round only: nothing is known of what became of them.
  public let missing: [SavedReport]

  public init(old: [SavedReport], new: [SavedReport]) {
    // Two reports named one by one are of one plan, whatever it is called by now.
    let pairs =
      old.count == 1 && new.count == 1
      ? [(old: 0, new: 0)] : PlanMarks.pairs(old.map(PlanMarks.init), new.map(PlanMarks.init))
    plans = pairs.map { ReportDifference(old: old[$0.old], new: new[$0.new]) }
    let (left, right) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    missing = old.indices.filter { !left.contains($0) }.map { old[$0] }
    appeared = new.indices.filter { !right.contains($0) }.map { new[$0] }
  }

  public var isWorse: Bool { plans.contains(where: \.isWorse) }

  /// Whether every plan of the earlier round was held against the later one.
  public var isComplete: Bool { missing.isEmpty && !plans.isEmpty }
}
